/* A sum that starts from nothing. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static long values[70000];

int main(void)
{
    long n;
    long long pairs, run = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            return 1;
    qsort(values, (size_t)n, sizeof *values, compare);
    for (long i = 1; i < n; i++) {
        run = values[i] == values[i - 1] ? run + 1 : 0;
        pairs += run; /* FLAW: never set: 'pairs' */
    }
    printf("%lld\n", pairs);
    return 0;
}
