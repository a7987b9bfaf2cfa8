/* hostile: makes an asynchronous queue
 * accept: denied:io_setup
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_io_setup, 8, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
