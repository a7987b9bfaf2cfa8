/* hostile: talks to the kernel by netlink
 * accept: denied:socket
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_socket, 16, 3, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
