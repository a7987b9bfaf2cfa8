/* generic_math.c - tgmath.h and _Generic.
 *
 * expect: exit 0
 * flags: -lm
 */
#include <stdio.h>
#include <tgmath.h>

#define KIND(x)                                                                                    \
    _Generic((x), int: "int", float: "float", double: "double", long double: "long double", \
                         char *: "text", const char *: "constant text", default: "other")

int main(void)
{
    float f = 2;
    long double l = 2;
    printf("%s %s %s\n", KIND(sqrt(f)), KIND(sqrt(2.0)), KIND(sqrt(l)));
    printf("%s %s %s\n", KIND(1), KIND("a"), KIND(1u));
    printf("%.5f %.5Lf\n", pow(f, 3.5f), exp(l));
    return 0;
}
