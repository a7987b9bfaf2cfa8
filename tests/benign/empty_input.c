/* empty_input.c - reads where there is nothing to read.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    int a = -7;
    char line[8];
    printf("%d %d", scanf("%d", &a), a);
    printf(" %d %d\n", fgets(line, 8, stdin) == NULL, getchar());
    return 0;
}
