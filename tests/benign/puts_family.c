/* puts_family.c - puts, fputs, putc, putw and dprintf.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    puts("puts");
    fputs("fputs\n", stdout);
    for (const char *c = "putc\n"; *c; c++)
        putc(*c, stdout);
    fputc('f', stdout);
    putw(0x0a434241, stdout);
    fflush(stdout);
    dprintf(1, "%s %d\n", "dprintf", 1);
    dprintf(2, "to errors\n");
    return ferror(stdout);
}
