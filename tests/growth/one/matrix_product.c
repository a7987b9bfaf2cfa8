/* matrix_product.c - multiplies two matrices.
 *
 * scene: few
 * time: n^3
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
    unsigned *c = calloc((size_t)(n * n), sizeof *c), trace = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            for (int j = 0; j < n; j++)
                c[i * n + j] += (unsigned)a[i] * (unsigned)a[(k + j) % n];
    for (int i = 0; i < n; i++)
        trace += c[i * n + i];
    printf("%u\n", trace);
}
