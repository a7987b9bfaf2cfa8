/* sieve_linear.c - crosses out each number once.
 *
 * scene: number
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    long n, count = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    int *least = calloc((size_t)n + 1, sizeof *least);
    int *primes = calloc((size_t)n + 1, sizeof *primes);
    for (long i = 2; i <= n; i++) {
        if (!least[i])
            least[i] = primes[count++] = (int)i;
        for (long k = 0; k < count && primes[k] <= least[i] && i * primes[k] <= n; k++)
            least[i * primes[k]] = primes[k];
    }
    printf("%ld\n", count);
}
