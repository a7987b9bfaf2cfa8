/* One element beyond the end of a small table. */
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

static long values[70000];

int main(void)
{
    long n, steps[4] = { 1, 2, 4, 8 };
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            return 1;
    qsort(values, (size_t)n, sizeof *values, compare);
    steps[4] = n; /* FLAW: outside its bounds */
    printf("%lld\n", steps[0] * count_pairs(values, n));
    return 0;
}
