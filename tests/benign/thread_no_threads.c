/* thread_no_threads.c - the thread profile without a single thread.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>

int main(void)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    printf("alone\n");
    pthread_mutex_unlock(&lock);
    return 0;
}
