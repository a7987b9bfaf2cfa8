/* hostile: enters a ring
 * accept: denied:io_uring_enter
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_io_uring_enter, 0, 1, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
