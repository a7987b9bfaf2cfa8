/* scanf_mismatch.c - input that does not match leaves the rest to be read.
 *
 * expect: exit 0
 * stdin: 12 abc 34\n
 */
#include <stdio.h>

int main(void)
{
    int a, b = -1;
    char word[10];
    printf("%d\n", scanf("%d %d", &a, &b));
    printf("%d %d\n", a, b);
    printf("%d\n", scanf("%9s %d", word, &b));
    printf("%s %d %d\n", word, b, scanf("%d", &a));
    printf("%d %d\n", feof(stdin) != 0, ferror(stdin) != 0);
    return 0;
}
