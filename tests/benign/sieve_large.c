/* sieve_large.c - primes below twenty million.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n = 20000000, count = 0, last = 0;
    char *composite = calloc((size_t)n + 1, 1);
    for (int i = 2; i <= n; i++) {
        if (composite[i])
            continue;
        count++;
        last = i;
        for (long long j = (long long)i * i; j <= n; j += i)
            composite[j] = 1;
    }
    printf("%d %d\n", count, last);
    free(composite);
    return 0;
}
