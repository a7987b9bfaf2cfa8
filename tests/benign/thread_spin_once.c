/* thread_spin_once.c - spin locks and pthread_once.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <sched.h>
#include <stdio.h>

static pthread_spinlock_t lock;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int initialised, counter;

static void initialise(void)
{
    initialised++;
}

static void *work(void *argument)
{
    pthread_once(&once, initialise);
    for (int i = 0; i < 1000; i++) {
        pthread_spin_lock(&lock);
        counter++;
        pthread_spin_unlock(&lock);
        if (i % 100 == 0)
            sched_yield();
    }
    return argument;
}

int main(void)
{
    pthread_t threads[4];
    pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
    for (int i = 0; i < 4; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0)
            return 1;
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    printf("%d %d\n", initialised, counter);
    return 0;
}
