/* hostile: gives its pages to a pipe
 * accept: denied:vmsplice
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_vmsplice, 1, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
