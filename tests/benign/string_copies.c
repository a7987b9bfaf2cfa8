/* string_copies.c - strdup, strndup and strsep.
 *
 * expect: exit 0
 * stdin: one;two;;three
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char line[64];
    if (!fgets(line, sizeof line, stdin))
        return 1;
    char *copy = strdup(line), *rest = copy, *part;
    while ((part = strsep(&rest, ";")))
        printf("<%s>", part);
    putchar('\n');
    free(copy);
    copy = strndup(line, 5);
    puts(copy);
    free(copy);
    return 0;
}
