/* hostile: becomes a real-time process
 * accept: exit:3
 * run: both
 */
#include <sched.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = sched_setscheduler(0, SCHED_FIFO, (struct sched_param[1]){ { 1 } });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
