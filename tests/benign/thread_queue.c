/* thread_queue.c - producers and consumers with condition variables.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER, emptied = PTHREAD_COND_INITIALIZER;
static int queue[8], count, head, done;
static long sum;

static void *produce(void *argument)
{
    for (int i = 1; i <= 2000; i++) {
        pthread_mutex_lock(&lock);
        while (count == 8)
            pthread_cond_wait(&emptied, &lock);
        queue[(head + count++) % 8] = i;
        pthread_cond_signal(&filled);
        pthread_mutex_unlock(&lock);
    }
    return argument;
}

static void *consume(void *argument)
{
    pthread_mutex_lock(&lock);
    for (;;) {
        while (count == 0 && !done)
            pthread_cond_wait(&filled, &lock);
        if (count == 0)
            break;
        sum += queue[head];
        head = (head + 1) % 8;
        count--;
        pthread_cond_signal(&emptied);
    }
    pthread_mutex_unlock(&lock);
    return argument;
}

int main(void)
{
    pthread_t producers[3], consumers[3];
    for (int i = 0; i < 3; i++)
        if (pthread_create(&producers[i], NULL, produce, NULL) ||
            pthread_create(&consumers[i], NULL, consume, NULL))
            return 1;
    for (int i = 0; i < 3; i++)
        pthread_join(producers[i], NULL);
    pthread_mutex_lock(&lock);
    done = 1;
    pthread_cond_broadcast(&filled);
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < 3; i++)
        pthread_join(consumers[i], NULL);
    printf("%ld\n", sum);
    return 0;
}
