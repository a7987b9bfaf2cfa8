/* thread_signals.c - signals to threads, and a thread that waits for them.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void *wait_for_it(void *argument)
{
    sigset_t set;
    int number = 0;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGTERM);
    while (number != SIGTERM) {
        sigwait(&set, &number);
        printf("%d\n", number);
    }
    return argument;
}

int main(void)
{
    sigset_t set;
    pthread_t thread;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (pthread_create(&thread, NULL, wait_for_it, NULL) != 0)
        return 1;
    int failed = pthread_kill(thread, SIGUSR1);
    usleep(2000);
    kill(getpid(), SIGTERM);
    pthread_join(thread, NULL);
    return failed;
}
