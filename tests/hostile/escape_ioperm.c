/* hostile: takes one I/O port
 * accept: denied:ioperm
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_ioperm, 0x80, 1, 1);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
