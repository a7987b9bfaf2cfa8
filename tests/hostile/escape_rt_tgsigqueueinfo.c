/* hostile: signals another thread with a forged sender
 * accept: denied:rt_tgsigqueueinfo
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_rt_tgsigqueueinfo, 1, 1, 9, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
