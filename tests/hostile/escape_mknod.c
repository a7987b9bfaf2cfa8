/* hostile: makes a device file
 * accept: denied:mknod
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_mknod, "/tmp/hostile-device", 0020666, 0x101);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
