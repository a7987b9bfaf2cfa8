/* hostile: puts a filter of its own on top
 * accept: denied:seccomp
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_seccomp, 1, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
