/* fseek_stdin.c - reads its input twice, by fseek and by rewind.
 *
 * expect: exit 0
 * stdin: 3 1 2\nlast line\n
 */
#include <stdio.h>

int main(void)
{
    char line[64];
    int a = 0, b = 0, c = 0;
    int got = scanf("%d %d", &a, &b);
    printf("%d %ld\n", got, ftell(stdin));
    if (fseek(stdin, 4, SEEK_SET) != 0)
        return 1;
    got = scanf("%d", &c);
    printf("%d %d\n", got, c);
    rewind(stdin);
    while (fgets(line, sizeof line, stdin))
        fputs(line, stdout);
    if (fseek(stdin, -5, SEEK_END) != 0)
        return 2;
    while (fgets(line, sizeof line, stdin))
        fputs(line, stdout);
    printf("%ld\n", ftell(stdin));
    return 0;
}
