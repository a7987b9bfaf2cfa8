/* reference.c - sorts, then counts runs of equal values. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    long n;
    long long pairs = 0, run = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    long *values = malloc((size_t)(n + 1) * sizeof *values);
    if (!values)
        return 1;
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            return 1;
    qsort(values, (size_t)n, sizeof *values, compare);
    for (long i = 1; i < n; i++) {
        run = values[i] == values[i - 1] ? run + 1 : 0;
        pairs += run;
    }
    printf("%lld\n", pairs);
    free(values);
    return 0;
}
