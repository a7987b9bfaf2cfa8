/* float128_numbers.c - _Float128, printed by hand.
 *
 * expect: exit 0
 * flags: -lquadmath -lm
 * compilers: gcc
 */
#include <quadmath.h>
#include <stdio.h>

int main(void)
{
    __float128 x = 2, root = 1;
    for (int i = 0; i < 20; i++)
        root = (root + x / root) / 2;
    char text[64];
    quadmath_snprintf(text, sizeof text, "%.30Qf", root);
    puts(text);
    return 0;
}
