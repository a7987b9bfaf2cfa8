/* math_functions.c - the functions of math.h.
 *
 * expect: exit 0
 * flags: -lm
 */
#include <math.h>
#include <stdio.h>

int main(void)
{
    double (*const one[])(double) = { sin,   cos,   tan,       asin,  acos,  atan,   sinh,
                                      cosh,  tanh,  exp,       exp2,  expm1, log,    log2,
                                      log10, log1p, sqrt,      cbrt,  floor, ceil,   trunc,
                                      round, rint,  nearbyint, erf,   erfc,  tgamma, lgamma,
                                      fabs,  logb,  asinh,     atanh, j0,    y1 };
    const double values[] = { 0.25, 0.5, 0.999 };
    for (size_t f = 0; f < sizeof one / sizeof one[0]; f++)
        printf("%zu %.12g %.12g %.12g\n", f, one[f](values[0]), one[f](values[1]),
               one[f](values[2]));
    int exponent, quotient;
    double whole;
    printf("%.10g %.10g %.10g %.10g\n", pow(2, 0.5), atan2(1, -1), hypot(3, 4), fmod(7.5, 2));
    printf("%.10g %d %.10g %.10g\n", frexp(100, &exponent), exponent, ldexp(0.5, 10),
           modf(3.75, &whole));
    printf("%.10g %d %.17g %.10g\n", remquo(17, 5, &quotient), quotient, nextafter(1, 2),
           fdim(5, 3));
    printf("%ld %lld %.10g %.10g %d\n", lround(2.5), llrint(3.5), fma(2, 3, 4), copysign(3, -0.0),
           ilogb(1000));
    return 0;
}
