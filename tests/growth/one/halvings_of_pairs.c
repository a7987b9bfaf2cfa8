/* halvings_of_pairs.c - halves the number of each pair.
 *
 * scene: few
 * time: n^2 log n
 */
#include <stdio.h>

int main(void)
{
    long n, sum = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 0; i < n; i++)
        for (long k = 1; k < n; k++)
            for (long rest = n; rest > 0; rest /= 2)
                sum += rest % k;
    printf("%ld\n", sum);
}
