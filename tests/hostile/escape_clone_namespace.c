/* hostile: clones into new namespaces
 * accept: denied:clone
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_clone, 0x7e000000L | 17, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
