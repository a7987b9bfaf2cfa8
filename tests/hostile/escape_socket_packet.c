/* hostile: reads all packets
 * accept: denied:socket
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_socket, 17, 3, 0x300);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
