/* Another program is to do the work. */
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
    long n = read_sorted();
    for (long i = 0; i < n; i++)
        printf("%ld\n", values[i]);
    return system("uniq -c"); /* FLAW: forbidden call */
}
