/* hostile: signals another process with a forged sender
 * accept: denied:rt_sigqueueinfo
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_rt_sigqueueinfo, 1, 9, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
