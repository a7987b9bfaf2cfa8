/* raise_caught.c - raise and kill to itself, with handlers.
 *
 * expect: exit 0
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t count[65];

static void on_signal(int number)
{
    count[number]++;
    signal(number, on_signal);
}

int main(void)
{
    const int numbers[] = { SIGINT, SIGTERM, SIGUSR1, SIGUSR2, SIGHUP, SIGFPE, SIGCHLD, SIGPIPE };
    for (int i = 0; i < 8; i++) {
        signal(numbers[i], on_signal);
        raise(numbers[i]);
        kill(getpid(), numbers[i]);
    }
    for (int i = 0; i < 8; i++)
        printf("%d:%d ", numbers[i], count[numbers[i]]);
    printf("%d\n", kill(getpid(), 0));
    return 0;
}
