/* pause_alarm.c - pause until an alarm.
 *
 * expect: exit 0
 */
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t rang;

static void on_alarm(int number)
{
    rang = number;
}

int main(void)
{
    struct itimerval soon = { { 0, 0 }, { 0, 30000 } };
    signal(SIGALRM, on_alarm);
    setitimer(ITIMER_REAL, &soon, NULL);
    while (!rang)
        pause();
    printf("%d\n", rang);
    return 0;
}
