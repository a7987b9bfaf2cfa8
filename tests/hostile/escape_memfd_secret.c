/* hostile: hides memory from the kernel
 * accept: denied:memfd_secret
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_memfd_secret, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
