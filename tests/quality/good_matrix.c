/* clean: two dimensions in one block */
#include <stdio.h>
#include <stdlib.h>

static double *new_matrix(size_t rows, size_t columns)
{
    return calloc(rows * columns, sizeof(double));
}

int main(void)
{
    size_t n = 3;
    double *a = new_matrix(n, n), *b = new_matrix(n, n);
    if (!a || !b) {
        free(a);
        free(b);
        return 1;
    }
    for (size_t i = 0; i < n; i++)
        a[i * n + i] = b[i * n + (n - 1 - i)] = 1;
    double sum = 0;
    for (size_t i = 0; i < n * n; i++)
        sum += a[i] * b[i];
    printf("%g\n", sum);
    free(a);
    free(b);
    return 0;
}
