/* sigsuspend_wait.c - a signal blocked, raised, pending, and waited for.
 *
 * expect: exit 0
 */
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <time.h>

static volatile sig_atomic_t seen;

static void on_signal(int number)
{
    seen = number;
}

int main(void)
{
    sigset_t set, old, pending;
    sigemptyset(&set);
    sigaddset(&set, SIGALRM);
    sigaddset(&set, SIGUSR1);
    signal(SIGALRM, on_signal);
    sigprocmask(SIG_BLOCK, &set, &old);
    raise(SIGUSR1);
    sigpending(&pending);
    printf("%d %d\n", sigismember(&pending, SIGUSR1), sigismember(&pending, SIGALRM));
    int number = 0;
    printf("%d %d\n", sigwait(&set, &number), number == SIGUSR1);
    struct itimerval soon = { { 0, 0 }, { 0, 20000 } };
    setitimer(ITIMER_REAL, &soon, NULL);
    while (!seen)
        sigsuspend(&old);
    printf("%d\n", seen == SIGALRM);
    struct timespec little = { 0, 1000000 };
    printf("%d\n", sigtimedwait(&set, NULL, &little));
    return 0;
}
