/* harmonic_sums.c - all multiples of all numbers.
 *
 * scene: number
 * time: n log n
 */
#include <stdio.h>

int main(void)
{
    long n, sum = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 1; i <= n; i++)
        for (long k = i; k <= n; k += i)
            sum += k;
    printf("%ld\n", sum);
}
