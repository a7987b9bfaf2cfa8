/* locale_c.c - the C locale and what it says of numbers.
 *
 * expect: exit 0
 */
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    char text[32];
    printf("%s\n", setlocale(LC_ALL, ""));
    printf("%s\n", setlocale(LC_ALL, "C"));
    printf("%s\n", setlocale(LC_NUMERIC, NULL));
    struct lconv *conv = localeconv();
    printf("[%s] [%s] %d\n", conv->decimal_point, conv->thousands_sep, conv->frac_digits);
    printf("%s %s %s\n", nl_langinfo(CODESET), nl_langinfo(DAY_1), nl_langinfo(RADIXCHAR));
    printf("%d %zu\n", strcoll("abc", "abd") < 0, strxfrm(text, "abc", sizeof text));
    locale_t own = newlocale(LC_ALL_MASK, "C", NULL);
    printf("%d\n", own != NULL);
    freelocale(own);
    return 0;
}
