/* hostile: changes its root to get out of a folder
 * accept: denied:chroot
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_chroot, ".");
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
