/* sieve.c - crosses out multiples: n log log n.
 *
 * scene: number
 * time: n
 * also: n log n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    long n, count = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    char *crossed = calloc((size_t)n + 1, 1);
    for (long i = 2; i <= n; i++) {
        count += !crossed[i];
        if (!crossed[i])
            for (long k = i * i; k <= n; k += i)
                crossed[k] = 1;
    }
    printf("%ld\n", count);
}
