/* hostile: changes the clock by the newer call
 * accept: denied:clock_settime
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_clock_settime, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
