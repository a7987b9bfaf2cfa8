/* calloc_matrix.c - a matrix of pointers to rows.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n = 1000;
    double **m = malloc((size_t)n * sizeof *m), sum = 0;
    for (int i = 0; i < n; i++) {
        m[i] = calloc((size_t)n, sizeof **m);
        for (int j = 0; j < n; j++)
            m[i][j] += i == j ? 1 : 0.5;
    }
    for (int j = 0; j < n; j++)
        for (int i = 0; i < n; i++)
            sum += m[i][j];
    for (int i = 0; i < n; i++)
        free(m[i]);
    free(m);
    printf("%.1f\n", sum);
    return 0;
}
