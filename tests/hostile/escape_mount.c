/* hostile: mounts a file system over the root
 * accept: denied:mount
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_mount, "none", "/", "tmpfs", 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
