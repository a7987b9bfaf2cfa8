/* hostile: loads a kernel module from a descriptor
 * accept: denied:finit_module
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_finit_module, 0, "", 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
