/* hostile: lets its parent trace it
 * accept: denied:ptrace
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_ptrace, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
