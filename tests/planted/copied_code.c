/* The same search twice. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static long values[70000];

static long first_not_below(long n, long value)
{
    long low = 0, high = n;
    while (low < high) {
        long middle = low + (high - low) / 2;
        if (values[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < n && values[low] == value)
        return low;
    return low < n ? low : n;
}

static long first_above(long n, long wanted) /* FLAW: say the same as lines */
{
    long from = 0, to = n;
    while (from < to) {
        long centre = from + (to - from) / 2;
        if (values[centre] < wanted)
            from = centre + 1;
        else
            to = centre;
    }
    if (from < n && values[from] == wanted)
        return from;
    return from < n ? from : n;
}

int main(void)
{
    long n;
    long long pairs = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &values[i]) != 1)
            return 1;
    qsort(values, (size_t)n, sizeof *values, compare);
    for (long i = 0; i < n;) {
        long end = first_above(n, values[i] + 1), run = end - first_not_below(n, values[i]);
        pairs += (long long)run * (run - 1) / 2;
        i = end;
    }
    printf("%lld\n", pairs);
    return 0;
}
