/* thread_rwlock.c - readers and writers.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static long a, b, torn;

static void *write_both(void *argument)
{
    for (int i = 0; i < 2000; i++) {
        pthread_rwlock_wrlock(&lock);
        a++;
        b++;
        pthread_rwlock_unlock(&lock);
    }
    return argument;
}

static void *read_both(void *argument)
{
    for (int i = 0; i < 2000; i++) {
        pthread_rwlock_rdlock(&lock);
        if (a != b)
            __atomic_fetch_add(&torn, 1, __ATOMIC_RELAXED);
        pthread_rwlock_unlock(&lock);
    }
    return argument;
}

int main(void)
{
    pthread_t threads[6];
    for (int i = 0; i < 6; i++)
        if (pthread_create(&threads[i], NULL, i < 2 ? write_both : read_both, NULL) != 0)
            return 1;
    for (int i = 0; i < 6; i++)
        pthread_join(threads[i], NULL);
    printf("%ld %ld\n", a, torn);
    return 0;
}
