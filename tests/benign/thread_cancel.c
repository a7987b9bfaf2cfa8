/* thread_cancel.c - threads cancelled, with clean-up handlers.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int cleaned;

static void clean(void *argument)
{
    cleaned += *(int *)argument;
}

static void *wait_for_ever(void *argument)
{
    pthread_cleanup_push(clean, argument);
    for (;;)
        pause();
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    void *result;
    int amount = 7;
    if (pthread_create(&thread, NULL, wait_for_ever, &amount) != 0)
        return 1;
    usleep(1000);
    printf("%d\n", pthread_cancel(thread));
    pthread_join(thread, &result);
    printf("%d %d\n", result == PTHREAD_CANCELED, cleaned);
    return 0;
}
