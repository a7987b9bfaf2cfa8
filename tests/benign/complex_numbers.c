/* complex_numbers.c - complex.h.
 *
 * expect: exit 0
 * flags: -lm
 */
#include <complex.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    double complex z = 3 + 4 * I, w = cexp(I * acos(-1) / 3);
    printf("%.6f %.6f %.6f %.6f\n", cabs(z), carg(z), creal(csqrt(z)), cimag(csqrt(z)));
    printf("%.6f %.6f\n", creal(z * w / conj(w)), cimag(cpow(z, 2)));
    double complex sum = 0;
    for (int k = 0; k < 64; k++)
        sum += cexp(2 * I * acos(-1) * k / 64);
    printf("%d %.3f\n", cabs(sum) < 1e-12, creal(clog(z)));
    float complex f = 1.5f - 2.5if;
    printf("%.2f %.2Lf\n", crealf(f), cimagl((long double complex)z));
    return 0;
}
