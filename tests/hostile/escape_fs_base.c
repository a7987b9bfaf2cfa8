/* hostile: sets the segment that the filter does not allow
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_arch_prctl, 0x1001, 0x1000);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
