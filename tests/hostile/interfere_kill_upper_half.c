/* hostile: kill with bits in the upper half of the number
 * accept: denied:kill
 * run: both
 */
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_kill, 1L | 1L << 32, 9);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
