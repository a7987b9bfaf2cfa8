/* ctype_table.c - every class of every character.
 *
 * expect: exit 0
 */
#include <ctype.h>
#include <stdio.h>

int main(void)
{
    for (int c = -1; c < 256; c++)
        printf("%d:%d%d%d%d%d%d%d%d%d%d%d%d %d %d\n", c, !!isalpha(c), !!isdigit(c), !!isalnum(c),
               !!isspace(c), !!isupper(c), !!islower(c), !!ispunct(c), !!isprint(c), !!isgraph(c),
               !!iscntrl(c), !!isxdigit(c), !!isblank(c), toupper(c), tolower(c));
    return 0;
}
