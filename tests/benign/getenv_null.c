/* getenv_null.c - an environment that is empty, and then its own.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

extern char **environ;

int main(void)
{
    printf("%d %d %d\n", getenv("HOME") == NULL, getenv("PATH") == NULL, environ && *environ);
    setenv("MINE", "one", 1);
    setenv("MINE", "two", 0);
    putenv((char *)"OTHER=three");
    printf("%s %s\n", getenv("MINE"), getenv("OTHER"));
    unsetenv("MINE");
    printf("%d\n", getenv("MINE") == NULL);
    clearenv();
    printf("%d\n", getenv("OTHER") == NULL);
    return 0;
}
