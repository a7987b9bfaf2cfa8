/* Values that are lost when one of them can not be read. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static long long count_pairs(const long *values, long n)
{
    long long pairs = 0, run = 0;
    for (long i = 1; i < n; i++) {
        run = values[i] == values[i - 1] ? run + 1 : 0;
        pairs += run;
    }
    return pairs;
}

static long *read_sorted(long *n)
{
    if (scanf("%ld", n) != 1)
        return NULL;
    long *values = malloc((size_t)(*n + 1) * sizeof *values); /* FLAW: not freed on every way out */
    if (!values)
        return NULL;
    for (long i = 0; i < *n; i++)
        if (scanf("%ld", &values[i]) != 1)
            return NULL;
    qsort(values, (size_t)*n, sizeof *values, compare);
    return values;
}

int main(void)
{
    long n;
    long *values = read_sorted(&n);
    if (!values)
        return 1;
    printf("%lld\n", count_pairs(values, n));
    free(values);
    return 0;
}
