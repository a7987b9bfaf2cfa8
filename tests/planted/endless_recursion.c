/* A recursion that nothing ends. */
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

static long long count(long i, long long run) /* FLAW: calls itself on every path */
{
    run = i > 0 && values[i] == values[i - 1] ? run + 1 : 0;
    return run + count(i - 1, run) * 2;
}

int main(void)
{
    long n = read_sorted();
    printf("%lld\n", count(n - 1, 0));
    return 0;
}
