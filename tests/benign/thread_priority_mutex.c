/* thread_priority_mutex.c - a mutex that inherits priority, and a robust one.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t inherits, robust;
static long counter;

static void *work(void *argument)
{
    for (int i = 0; i < 2000; i++) {
        pthread_mutex_lock(&inherits);
        counter++;
        if (i % 500 == 0)
            usleep(200);
        pthread_mutex_unlock(&inherits);
    }
    return argument;
}

static void *die(void *argument)
{
    pthread_mutex_lock(&robust);
    return argument;
}

int main(void)
{
    pthread_mutexattr_t attributes;
    pthread_t threads[4];
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_INHERIT);
    pthread_mutex_init(&inherits, &attributes);
    for (int i = 0; i < 4; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0)
            return 1;
    work(NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    printf("%ld\n", counter);
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    printf("%d\n", pthread_mutex_init(&robust, &attributes));
    pthread_create(&threads[0], NULL, die, NULL);
    pthread_join(threads[0], NULL);
    printf("%d\n", pthread_mutex_lock(&robust) == EOWNERDEAD);
    pthread_mutex_consistent(&robust);
    printf("%d\n", pthread_mutex_unlock(&robust));
    return 0;
}
