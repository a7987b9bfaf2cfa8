/* hostile: traces the supervisor
 * accept: denied:ptrace
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_ptrace, 16, 1, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
