/* hostile: takes the root file system away
 * accept: denied:umount2
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_umount2, "/", 2);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
