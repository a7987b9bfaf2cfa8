/* hostile: takes a higher priority for input and output
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_ioprio_set, 1, 0, 0x2000);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
