/* thread_abort.c - a thread that aborts ends all.
 *
 * expect: signal 6
 * profile: threads
 * flags: -pthread
 */
#include <assert.h>
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

static void *work(void *argument)
{
    assert(argument != NULL);
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
