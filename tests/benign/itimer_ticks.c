/* itimer_ticks.c - ten ticks of an interval timer, and what is left.
 *
 * expect: exit 0
 */
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

static volatile sig_atomic_t ticks;

static void on_tick(int number)
{
    (void)number;
    ticks++;
}

int main(void)
{
    struct sigaction action = { .sa_handler = on_tick };
    sigaction(SIGALRM, &action, NULL);
    struct itimerval every = { { 0, 2000 }, { 0, 2000 } }, none = { { 0, 0 }, { 0, 0 } }, left;
    setitimer(ITIMER_REAL, &every, NULL);
    while (ticks < 10)
        ;
    getitimer(ITIMER_REAL, &left);
    setitimer(ITIMER_REAL, &none, &left);
    printf("%d %ld\n", ticks >= 10, (long)left.it_interval.tv_usec);
    return 0;
}
