/* hostile: receives from the starter's socket
 * accept: denied:recvfrom
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_recvfrom, 3, 0, 0, 0x40, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
