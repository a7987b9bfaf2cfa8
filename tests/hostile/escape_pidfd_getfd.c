/* hostile: steals a descriptor of another process
 * accept: denied:pidfd_getfd
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_pidfd_getfd, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
