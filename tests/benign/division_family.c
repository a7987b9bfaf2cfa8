/* division_family.c - div, ldiv, imaxdiv, abs and their like.
 *
 * expect: exit 0
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    div_t a = div(-17, 5);
    ldiv_t b = ldiv(1000000007L, 998L);
    lldiv_t c = lldiv(LLONG_MIN, 10);
    imaxdiv_t d = imaxdiv(99, -7);
    printf("%d %d %ld %ld %lld %lld %jd %jd\n", a.quot, a.rem, b.quot, b.rem, c.quot, c.rem, d.quot,
           d.rem);
    printf("%d %ld %lld %jd\n", abs(-3), labs(-4L), llabs(-5LL), imaxabs(-6));
    return 0;
}
