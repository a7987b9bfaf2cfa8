/* getchar_echo.c - copies its input byte by byte.
 *
 * expect: exit 0
 * stdin: some text\nwith two lines\n
 */
#include <stdio.h>

int main(void)
{
    for (int c; (c = getchar()) != EOF;)
        putchar(c);
    return 0;
}
