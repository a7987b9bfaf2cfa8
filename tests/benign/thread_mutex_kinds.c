/* thread_mutex_kinds.c - recursive, error checking and timed mutexes.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t lock;

static void *other(void *argument)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 2000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    printf("%d %d\n", pthread_mutex_trylock(&lock) == EBUSY,
           pthread_mutex_timedlock(&lock, &until) == ETIMEDOUT);
    printf("%d\n", pthread_mutex_unlock(&lock) == EPERM);
    return argument;
}

int main(void)
{
    const int kinds[] = { PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_ERRORCHECK };
    for (int i = 0; i < 2; i++) {
        pthread_mutexattr_t attributes;
        pthread_mutexattr_init(&attributes);
        pthread_mutexattr_settype(&attributes, kinds[i]);
        pthread_mutex_init(&lock, &attributes);
        pthread_mutex_lock(&lock);
        int again = pthread_mutex_lock(&lock);
        printf("%d\n", again == (i ? EDEADLK : 0));
        pthread_t thread;
        if (pthread_create(&thread, NULL, other, NULL) != 0)
            return 1;
        pthread_join(thread, NULL);
        if (!again)
            pthread_mutex_unlock(&lock);
        printf("%d\n", pthread_mutex_unlock(&lock));
        pthread_mutex_destroy(&lock);
    }
    return 0;
}
