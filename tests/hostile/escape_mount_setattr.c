/* hostile: makes a mount writable again
 * accept: denied:mount_setattr
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_mount_setattr, -100, "/", 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
