/* fenv_rounding.c - the four directions of rounding.
 *
 * expect: exit 0
 * flags: -lm -frounding-math
 */
#include <fenv.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    const int modes[] = { FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO };
    for (int i = 0; i < 4; i++) {
        fesetround(modes[i]);
        volatile double one = 1, three = 3;
        printf("%.17g %.0f %.0f %ld\n", one / three, rint(2.5), rint(-2.5), lrint(0.7));
    }
    fenv_t kept;
    feholdexcept(&kept);
    feraiseexcept(FE_OVERFLOW);
    printf("%d\n", fetestexcept(FE_OVERFLOW) != 0);
    fesetenv(FE_DFL_ENV);
    printf("%d\n", fegetround() == FE_TONEAREST);
    return 0;
}
