/* hostile: takes the I/O ports
 * accept: denied:iopl
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_iopl, 3);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
