/* printf_positions.c - arguments by position, and thousands.
 *
 * expect: exit 0
 */
#include <locale.h>
#include <stdio.h>

int main(void)
{
    printf("%2$s %1$s %2$5.2s|%3$*4$d\n", "world", "hello", 7, 5);
    printf("%'d\n", 1234567);
    printf("%s|%.3s\n", (char *)NULL, "abcdef");
    printf("%p %p\n", (void *)0x1234, NULL);
    return 0;
}
