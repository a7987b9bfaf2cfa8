/* matrix calculator */
#include <stdio.h>
#include <stdlib.h>

static int apply(int op, double *a, double *b, double *out, int rows, int cols, int inner, double scalar, /* TRUE: structure */ /* ALSO: readability */
                 int transpose, int verbose)
{
    if (op == 1) { /* TRUE: readability */
        for (int i = 0; i < rows; i++) { /* ALSO: duplication */
            for (int j = 0; j < cols; j++) {
                if (transpose) {
                    if (verbose) {
                        printf("%d %d\n", j, i);
                    }
                    out[i * cols + j] = a[j * rows + i] + b[j * rows + i];
                } else {
                    if (verbose) {
                        printf("%d %d\n", i, j);
                    }
                    out[i * cols + j] = a[i * cols + j] + b[i * cols + j];
                }
            }
        }
    } else if (op == 2) { /* TRUE: duplication */
        for (int i = 0; i < rows; i++) { /* ALSO: duplication */
            for (int j = 0; j < cols; j++) {
                if (transpose) {
                    if (verbose) {
                        printf("%d %d\n", j, i);
                    }
                    out[i * cols + j] = a[j * rows + i] - b[j * rows + i];
                } else {
                    if (verbose) {
                        printf("%d %d\n", i, j);
                    }
                    out[i * cols + j] = a[i * cols + j] - b[i * cols + j];
                }
            }
        }
    } else if (op == 3) {
        for (int i = 0; i < rows; i++) { /* ALSO: duplication */
            for (int j = 0; j < cols; j++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    if (transpose) {
                        sum += a[k * rows + i] * b[k * cols + j];
                    } else {
                        sum += a[i * inner + k] * b[k * cols + j];
                    }
                }
                out[i * cols + j] = sum;
            }
        }
    } else if (op == 4) {
        for (int i = 0; i < rows; i++) { /* ALSO: duplication */
            for (int j = 0; j < cols; j++) {
                out[i * cols + j] = a[i * cols + j] * scalar;
            }
        }
    } else {
        return -1;
    }
    return 0;
}

static double *read_matrix(int rows, int cols)
{
    double *m = malloc(rows * cols * sizeof(double));
    if (m == NULL)
        return NULL;
    for (int i = 0; i < rows * cols; i++)
        if (scanf("%lf", &m[i]) != 1) {
            free(m);
            return NULL;
        }
    return m;
}

int main(void)
{
    int op, rows, cols;
    if (scanf("%d %d %d", &op, &rows, &cols) != 3 || rows < 1 || cols < 1 || rows > 500 || cols > 500)
        return 1;
    double *a = read_matrix(rows, cols);
    double *b = read_matrix(rows, cols);
    double *out = calloc(rows * cols, sizeof(double));
    if (a && b && out && apply(op, a, b, out, rows, cols, cols, 2.0, 0, 0) == 0)
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < cols; j++)
                printf("%g%c", out[i * cols + j], j + 1 < cols ? ' ' : '\n');
    free(a);
    free(b);
    free(out);
    return 0;
}
