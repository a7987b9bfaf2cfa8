/* locale_missing.c - a locale that is not there leaves the old one.
 *
 * expect: exit 0
 */
#include <locale.h>
#include <stdio.h>

int main(void)
{
    printf("%d\n", setlocale(LC_ALL, "xx_YY.UTF-8") == NULL);
    printf("%s\n", setlocale(LC_ALL, NULL));
    setlocale(LC_ALL, "de_DE.UTF-8");
    setlocale(LC_ALL, "C");
    printf("%.2f\n", 1.5);
    return 0;
}
