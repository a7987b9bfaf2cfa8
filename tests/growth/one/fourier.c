/* fourier.c - a Fourier transform, recursive.
 *
 * scene: array
 * time: n log n
 */
#include "array.h"
#include <complex.h>
#include <math.h>
#include <stdlib.h>

static void transform(double complex *x, int n, int step, double complex *out)
{
    if (n == 1) {
        out[0] = x[0];
        return;
    }
    transform(x, n / 2, 2 * step, out);
    transform(x + step, n / 2, 2 * step, out + n / 2);
    double complex turn = cos(6.283185307 / n) - I * sin(6.283185307 / n), w = 1;
    for (int k = 0; k < n / 2; k++, w *= turn) {
        double complex even = out[k], odd = w * out[k + n / 2];
        out[k] = even + odd;
        out[k + n / 2] = even - odd;
    }
}
long solve(int *a, int n)
{
    int size = 1;
    while (2 * size <= n)
        size *= 2;
    double complex *x = malloc(2 * (size_t)size * sizeof *x);
    for (int i = 0; i < size; i++)
        x[i] = a[i];
    transform(x, size, 1, x + size);
    long first = lround(creal(x[size]) / 1000);
    free(x);
    return first;
}
