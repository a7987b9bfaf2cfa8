/* hostile: makes a file system by the new calls
 * accept: denied:fsopen
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_fsopen, "tmpfs", 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
