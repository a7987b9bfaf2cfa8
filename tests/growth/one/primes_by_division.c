/* primes_by_division.c - divides each number by all up to its root.
 *
 * scene: number
 * time: n^1.5
 */
#include <stdio.h>

int main(void)
{
    long n, count = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 2; i <= n; i++) {
        int divisors = 0;
        for (long k = 1; k * k <= i; k++)
            divisors += i % k == 0;
        count += divisors == 1;
    }
    printf("%ld\n", count);
}
