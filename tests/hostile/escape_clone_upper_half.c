/* hostile: clone with bits in the upper half of the flags
 * accept: denied:clone
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_clone, 17L | 1L << 40, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
