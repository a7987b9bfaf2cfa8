/* hostile: new user and network namespaces
 * accept: denied:unshare
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_unshare, 0x50000000, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
