/* vscanf_wrapper.c - a wrapper around vscanf and vprintf.
 *
 * expect: exit 0
 * stdin: 7 8.25 x\n
 */
#include <stdarg.h>
#include <stdio.h>

static int ask(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int got = vscanf(format, list);
    va_end(list);
    return got;
}

static void tell(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

int main(void)
{
    int a;
    double b;
    char c;
    int got = ask("%d %lf %c", &a, &b, &c);
    tell("%d: %d %.2f %c\n", got, a, b, c);
    return 0;
}
