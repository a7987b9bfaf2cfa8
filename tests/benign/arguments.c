/* arguments.c - the command line as main sees it.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>

int main(int argc, char **argv, char **envp)
{
    printf("%d %s %d %d\n", argc, argv[0], argv[argc] == NULL, envp[0] == NULL);
    printf("%s %s\n", program_invocation_name, program_invocation_short_name);
    return 0;
}
