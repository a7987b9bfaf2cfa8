/* An unsigned difference that is never negative. */
#include <stdio.h>
#include <stdlib.h>

static long values[70000];

static int compare(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static long read_sorted(void)
{
    long n;
    if (scanf("%ld", &n) != 1)
        exit(1);
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            exit(1);
    qsort(values, (size_t)n, sizeof *values, compare);
    return n;
}

int main(void)
{
    unsigned n = (unsigned)read_sorted();
    long long pairs = 0, run = 0;
    for (long i = 0, last = 0; last < 1; last++)
        for (int k = 0; k < n - 1; k++) { /* FLAW: comparison of integer expressions of different signedness */
            run = values[k] == values[k + 1] ? run + 1 : 0;
            pairs += run + i;
        }
    printf("%lld\n", pairs);
    return 0;
}
