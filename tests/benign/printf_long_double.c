/* printf_long_double.c - long double, printed and read.
 *
 * expect: exit 0
 * stdin: 3.14159265358979323846264338327950288 1e4000
 */
#include <stdio.h>

int main(void)
{
    long double a, b;
    if (scanf("%Lf %Lf", &a, &b) != 2)
        return 1;
    printf("%.20Lf %.25Le %Lg %La\n", a, b, a * b, a);
    long double sum = 0;
    for (int i = 1; i <= 100000; i++)
        sum += 1.0L / i;
    printf("%.18Lf\n", sum);
    return 0;
}
