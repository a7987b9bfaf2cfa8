/* Memory that may not be there. */
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

int main(void)
{
    long n;
    if (scanf("%ld", &n) != 1)
        return 1;
    long *values = malloc((size_t)(n + 1) * sizeof *values); /* FLAW: without a look whether there was memory */
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            exit(1);
    qsort(values, (size_t)n, sizeof *values, compare);
    printf("%lld\n", count_pairs(values, n));
    free(values);
    return 0;
}
