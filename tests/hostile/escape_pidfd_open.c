/* hostile: takes a handle on the first process
 * accept: denied:pidfd_open
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_pidfd_open, 1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
