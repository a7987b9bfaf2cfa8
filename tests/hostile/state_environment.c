/* hostile: looks for an environment and arguments that it was not given
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <stdio.h>

extern char **environ;

int main(int count, char **words)
{
    if (environ[0] || words[count] || count != 1)
        puts("ESCAPED");
    return environ[0] != 0;
}
