/* sort_by_library.c - qsort.
 *
 * scene: numbers
 * time: n log n
 */
#include <stdio.h>
#include <stdlib.h>

static int read_numbers(int **out)
{
    int n;
    if (scanf("%d", &n) != 1)
        exit(1);
    int *a = malloc((size_t)n * sizeof *a);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    *out = a;
    return n;
}
static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}
int main(void)
{
    int *a, n = read_numbers(&a);
    qsort(a, (size_t)n, sizeof *a, compare);
    printf("%d\n", a[n / 2]);
}
