/* feof_ferror.c - the end of the input is seen once, cleared, and seen again.
 *
 * expect: exit 0
 * stdin: z
 */
#include <stdio.h>

int main(void)
{
    int a = getchar(), b = getchar();
    printf("%c %d %d %d\n", a, b, feof(stdin) != 0, ferror(stdin) != 0);
    clearerr(stdin);
    printf("%d %d\n", feof(stdin) != 0, getchar());
    printf("%d %d\n", fputc('x', stdin), ferror(stdin) != 0);
    return 0;
}
