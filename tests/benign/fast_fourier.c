/* fast_fourier.c - a fast Fourier transform that multiplies.
 *
 * expect: exit 0
 * flags: -lm
 */
#include <complex.h>
#include <math.h>
#include <stdio.h>

enum { N = 4096 };

static void transform(double complex *a, int n, double sign)
{
    if (n == 1)
        return;
    double complex even[n / 2], odd[n / 2];
    for (int i = 0; i < n / 2; i++) {
        even[i] = a[2 * i];
        odd[i] = a[2 * i + 1];
    }
    transform(even, n / 2, sign);
    transform(odd, n / 2, sign);
    for (int i = 0; i < n / 2; i++) {
        double complex t = cexp(sign * 2 * M_PI * I * i / n) * odd[i];
        a[i] = even[i] + t;
        a[i + n / 2] = even[i] - t;
    }
}

int main(void)
{
    static double complex a[N], b[N];
    for (int i = 0; i < N / 2; i++) {
        a[i] = i % 10;
        b[i] = (i * 7) % 10;
    }
    transform(a, N, 1);
    transform(b, N, 1);
    for (int i = 0; i < N; i++)
        a[i] *= b[i];
    transform(a, N, -1);
    for (int i = 0; i < 40; i++)
        printf("%ld ", lround(creal(a[i]) / N));
    return 0;
}
