/* expression_parser.c - a calculator by recursive descent.
 *
 * expect: exit 0
 * stdin: 1+2*3\n(4-6)*-2.5\n10/4/5\n2^3^2\n
 */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char *at;

static double sum(void);

static double atom(void)
{
    if (*at == '-') {
        at++;
        return -atom();
    }
    if (*at == '(') {
        at++;
        double value = sum();
        at++;
        return value;
    }
    char *end;
    double value = strtod(at, &end);
    at = end;
    return value;
}

static double power(void)
{
    double base = atom();
    if (*at != '^')
        return base;
    at++;
    double exponent = power(), result = 1;
    while (exponent-- > 0)
        result *= base;
    return result;
}

static double product(void)
{
    double value = power();
    while (*at == '*' || *at == '/')
        if (*at++ == '*')
            value *= power();
        else
            value /= power();
    return value;
}

static double sum(void)
{
    double value = product();
    while (*at == '+' || *at == '-')
        if (*at++ == '+')
            value += product();
        else
            value -= product();
    return value;
}

int main(void)
{
    char line[128];
    while (fgets(line, sizeof line, stdin)) {
        at = line;
        printf("%g\n", sum());
    }
    return 0;
}
