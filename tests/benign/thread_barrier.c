/* thread_barrier.c - rounds with a barrier.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

enum { WORKERS = 6, ROUNDS = 50 };
static pthread_barrier_t barrier;
static long cells[2][WORKERS];

static void *work(void *argument)
{
    int me = (int)(intptr_t)argument;
    for (int r = 0; r < ROUNDS; r++) {
        const long *from = cells[r % 2];
        cells[(r + 1) % 2][me] = (from[(me + 1) % WORKERS] + from[me]) % 1000003;
        pthread_barrier_wait(&barrier);
    }
    return NULL;
}

int main(void)
{
    pthread_t threads[WORKERS];
    pthread_barrier_init(&barrier, NULL, WORKERS);
    for (int i = 0; i < WORKERS; i++)
        cells[0][i] = i + 1;
    for (intptr_t i = 0; i < WORKERS; i++)
        if (pthread_create(&threads[i], NULL, work, (void *)i) != 0)
            return 1;
    for (int i = 0; i < WORKERS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < WORKERS; i++)
        printf("%ld ", cells[ROUNDS % 2][i]);
    return 0;
}
