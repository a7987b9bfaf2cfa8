/* hostile: socket with bits in the upper half of the domain, which fool 64-bit comparisons
 * accept: denied:socket
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_socket, 40L | 1L << 32, 1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
