/* printf_floats.c - floating-point numbers in every form.
 *
 * expect: exit 0
 */
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    const double values[] = { 0.0,           -0.0,    1.0,     0.1,    1e300,   1e-300,
                              123456789.125, DBL_MAX, DBL_MIN, 5e-324, 1.0 / 3, INFINITY,
                              -INFINITY,     2.5,     3.5,     1e15,   1e16 };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        double v = values[i];
        printf("%f %e %g %a\n", v, v, v, v);
        printf("%.0f %.17g %10.3f|%-10.2e|%+G %#.3g\n", v, v, v, v, v, v);
    }
    printf("%.1074f\n", 5e-324);
    printf("%f %F\n", (double)NAN, (double)INFINITY);
    return 0;
}
