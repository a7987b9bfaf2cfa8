/* getdelim_fields.c - getdelim with a comma.
 *
 * expect: exit 0
 * stdin: a,bb,,dddd,e\n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *field = NULL;
    size_t room = 0;
    for (ssize_t got; (got = getdelim(&field, &room, ',', stdin)) > 0;)
        printf("%zd %s\n", got, field);
    free(field);
    return 0;
}
