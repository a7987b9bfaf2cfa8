/* hostile: makes a timer that outlives its owner's limits
 * accept: denied:timer_create
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_timer_create, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
