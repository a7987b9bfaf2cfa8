/* search_sorted.c - sorts n, searches m of them.
 *
 * scene: grid
 * meets: (n + m) log n; n m
 */
#include <stdio.h>
#include <stdlib.h>

static int n, m, a[4096], b[4096];

static void read_both(void)
{
    if (scanf("%d %d", &n, &m) != 2)
        exit(1);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    for (int i = 0; i < m; i++)
        if (scanf("%d", &b[i]) != 1)
            exit(1);
}
static int compare(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}
int main(void)
{
    read_both();
    int count = 0;
    qsort(a, (size_t)n, sizeof *a, compare);
    for (int k = 0; k < m; k++)
        count += bsearch(&b[k], a, (size_t)n, sizeof *a, compare) != NULL;
    printf("%d\n", count);
}
