/* thread_pool.c - a pool of workers with many small tasks.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>

enum { WORKERS = 8, TASKS = 3000 };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static int next_task, ready, closed;
static long results[TASKS];

static void *work(void *argument)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        while (next_task >= ready && !closed)
            pthread_cond_wait(&more, &lock);
        if (next_task >= ready) {
            pthread_mutex_unlock(&lock);
            return argument;
        }
        int task = next_task++;
        pthread_mutex_unlock(&lock);
        long n = task + 1, steps = 0;
        for (; n != 1; steps++)
            n = n % 2 ? 3 * n + 1 : n / 2;
        results[task] = steps;
    }
}

int main(void)
{
    pthread_t workers[WORKERS];
    for (int i = 0; i < WORKERS; i++)
        if (pthread_create(&workers[i], NULL, work, NULL) != 0)
            return 1;
    for (int i = 0; i < TASKS; i++) {
        pthread_mutex_lock(&lock);
        ready++;
        pthread_cond_signal(&more);
        pthread_mutex_unlock(&lock);
    }
    pthread_mutex_lock(&lock);
    closed = 1;
    pthread_cond_broadcast(&more);
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < WORKERS; i++)
        pthread_join(workers[i], NULL);
    long sum = 0;
    for (int i = 0; i < TASKS; i++)
        sum += results[i];
    printf("%ld\n", sum);
    return 0;
}
