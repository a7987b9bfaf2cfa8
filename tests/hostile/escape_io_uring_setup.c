/* hostile: makes system calls through a ring that seccomp does not see
 * accept: denied:io_uring_setup
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_io_uring_setup, 8, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
