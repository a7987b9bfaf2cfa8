/* freopen_if_there.c - the contest idiom: a file where it exists, else standard input.
 *
 * expect: exit 0
 * stdin: 21
 */
#include <stdio.h>

int main(void)
{
    int number = 0;
    FILE *in = fopen("task.in", "r");
    if (!in)
        in = stdin;
    if (fscanf(in, "%d", &number) != 1)
        return 1;
    printf("%d\n", 2 * number);
    return 0;
}
