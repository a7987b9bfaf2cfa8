/* thread_crash.c - a thread that crashes ends all.
 *
 * expect: signal 11
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

static void *work(void *argument)
{
    *(volatile int *volatile)argument = 1;
    return NULL;
}

int main(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) != 0)
        return 1;
    for (;;)
        pause();
}
