/* scanf_allocates.c - scanf with %ms and %m[.
 *
 * expect: exit 0
 * stdin: alpha beta,gamma\n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *first = NULL, *second = NULL;
    int got = scanf("%ms %m[a-z,]", &first, &second);
    printf("%d %s %s\n", got, first, second);
    free(first);
    free(second);
    return 0;
}
