/* math_errors.c - domain and range errors.
 *
 * expect: exit 0
 * flags: -lm
 */
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    volatile double minus = -1, zero = 0, big = 1e6;
    errno = 0;
    double root = sqrt(minus);
    printf("%d %d\n", isnan(root), errno == EDOM);
    errno = 0;
    double pole = log(zero);
    printf("%f %d\n", pole, errno == ERANGE);
    errno = 0;
    double beyond = exp(big);
    printf("%f %d\n", beyond, errno == ERANGE);
    feclearexcept(FE_ALL_EXCEPT);
    volatile double quotient = 1 / zero;
    printf("%f %d %d\n", quotient, !!fetestexcept(FE_DIVBYZERO), !!fetestexcept(FE_INVALID));
    printf("%d %d %d %d\n", fpclassify(zero), isinf(quotient), isnormal(1e-310), signbit(-zero));
    return 0;
}
