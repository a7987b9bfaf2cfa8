/* stdarg_sum.c - variable arguments, copied and passed on.
 *
 * expect: exit 0
 */
#include <stdarg.h>
#include <stdio.h>

static double sum(const char *types, ...)
{
    va_list list, copy;
    double total = 0;
    va_start(list, types);
    va_copy(copy, list);
    for (const char *t = types; *t; t++)
        total += *t == 'd'   ? va_arg(list, double)
                 : *t == 'l' ? (double)va_arg(list, long)
                             : va_arg(list, int);
    printf("%d ", *types == 'i' ? va_arg(copy, int) : -1);
    va_end(copy);
    va_end(list);
    return total;
}

int main(void)
{
    printf("%.2f\n", sum("idlidi", 1, 2.5, 3L, 4, 5.25, 6));
    printf("%.2f\n", sum("dddddddddd", 1., 2., 3., 4., 5., 6., 7., 8., 9., 10.));
    return 0;
}
