/* hostile: watches the whole machine
 * accept: denied:perf_event_open
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_perf_event_open, 0, -1, 0, -1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
