/* sigqueue_value.c - a real-time signal to itself with a value.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile int total;

static void on_signal(int number, siginfo_t *info, void *context)
{
    (void)number;
    (void)context;
    total = total * 10 + info->si_value.sival_int;
}

int main(void)
{
    struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO };
    sigaction(SIGRTMIN, &action, NULL);
    for (int i = 1; i <= 5; i++)
        if (sigqueue(getpid(), SIGRTMIN, (union sigval){ .sival_int = i }) != 0)
            return 1;
    printf("%d\n", total);
    return 0;
}
