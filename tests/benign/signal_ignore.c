/* signal_ignore.c - ignored signals do nothing.
 *
 * expect: exit 0
 */
#include <signal.h>
#include <stdio.h>

int main(void)
{
    printf("%d\n", signal(SIGINT, SIG_IGN) == SIG_DFL);
    raise(SIGINT);
    printf("%d\n", signal(SIGINT, SIG_DFL) == SIG_IGN);
    printf("%d\n", signal(SIGKILL, SIG_IGN) == SIG_ERR);
    raise(SIGCHLD);
    raise(SIGURG);
    puts("alive");
    return 0;
}
