/* tree_of_library.c - tsearch: a balanced tree whose comparator counts.
 *
 * scene: numbers
 * time: n log n
 */
#define _GNU_SOURCE
#include <search.h>
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
    int *a, n = read_numbers(&a), different = 0;
    void *root = NULL;
    for (int i = 0; i < n; i++)
        different += *(int **)tsearch(&a[i], &root, compare) == &a[i];
    printf("%d\n", different);
}
