/* heap_quadratic.c - a table of all pairs.
 *
 * scene: few
 * time: n^2
 * heap: n^2
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
int main(void)
{
    int *a, n = read_numbers(&a);
    int *table = malloc((size_t)(n * n) * sizeof *table);
    for (int i = 0; i < n * n; i++)
        table[i] = a[i / n] ^ a[i % n];
    printf("%d\n", table[n * n / 2]);
    free(table);
    free(a);
}
