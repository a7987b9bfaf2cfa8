/* matrix_doubles.c - multiplication and elimination with doubles.
 *
 * expect: exit 0
 * flags: -lm
 */
#include <math.h>
#include <stdio.h>

enum { N = 200 };

static double a[N][N], b[N][N], c[N][N];

int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            a[i][j] = sin(i * 3 + j) + (i == j ? N : 0);
            b[i][j] = cos(i - 2 * j);
        }
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++)
            for (int j = 0; j < N; j++)
                c[i][j] += a[i][k] * b[k][j];
    double logarithm = 0;
    for (int k = 0; k < N; k++) {
        logarithm += log(fabs(a[k][k]));
        for (int i = k + 1; i < N; i++) {
            double f = a[i][k] / a[k][k];
            for (int j = k; j < N; j++)
                a[i][j] -= f * a[k][j];
        }
    }
    printf("%.9f %.9f\n", logarithm, c[N / 2][N / 3]);
    return 0;
}
