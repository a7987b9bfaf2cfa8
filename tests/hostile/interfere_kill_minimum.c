/* hostile: kill with the smallest number
 * accept: denied:kill
 * run: both
 */
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_kill, 0x80000000L, 9);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
