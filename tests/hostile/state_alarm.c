/* hostile: leaves an alarm and a timer running
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <sys/time.h>
#include <unistd.h>

int main(void)
{
    struct itimerval soon = { { 0, 0 }, { 0, 400000 } }, old;
    if (alarm(1) != 0)
        return 4;
    if (setitimer(ITIMER_VIRTUAL, &soon, &old) != 0 || old.it_value.tv_usec != 0)
        return 5;
    return 0;
}
