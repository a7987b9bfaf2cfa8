/* hostile: holds the kernel in a page fault
 * accept: denied:userfaultfd
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_userfaultfd, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
