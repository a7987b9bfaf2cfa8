/* hostile: open with bits in the upper half of the folder descriptor
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_openat, -100L | 1L << 32, "/etc/passwd", 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
