/* fclose_stdout.c - checks its output at the end as careful programs do.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void close_stdout(void)
{
    if (ferror(stdout) || fclose(stdout) != 0)
        _Exit(1);
}

int main(void)
{
    atexit(close_stdout);
    printf("printed before the close\n");
    fclose(stdin);
    printf("%d\n", getchar());
    fprintf(stderr, "and errors\n");
    return 0;
}
