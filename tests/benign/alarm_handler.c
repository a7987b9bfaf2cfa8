/* alarm_handler.c - alarm with a handler that ends a loop.
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
    (void)number;
    rang = 1;
}

int main(void)
{
    signal(SIGALRM, on_alarm);
    printf("%u\n", alarm(10));
    printf("%u\n", alarm(0) > 8);
    struct itimerval soon = { { 0, 0 }, { 0, 20000 } };
    setitimer(ITIMER_REAL, &soon, NULL);
    while (!rang)
        ;
    puts("rang");
    return 0;
}
