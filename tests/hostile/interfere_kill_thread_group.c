/* hostile: kills the first process by tgkill
 * accept: denied:tgkill
 * run: both
 */
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_tgkill, 1, 1, 9);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
