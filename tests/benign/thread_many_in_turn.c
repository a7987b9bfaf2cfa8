/* thread_many_in_turn.c - three hundred threads, one after the other, a few at once.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>

static void *work(void *argument)
{
    __atomic_fetch_add((long *)argument, 1, __ATOMIC_SEQ_CST);
    return NULL;
}

int main(void)
{
    long count = 0;
    for (int round = 0; round < 75; round++) {
        pthread_t threads[4];
        for (int i = 0; i < 4; i++)
            if (pthread_create(&threads[i], NULL, work, &count) != 0)
                return 1;
        for (int i = 0; i < 4; i++)
            pthread_join(threads[i], NULL);
    }
    printf("%ld\n", count);
    return 0;
}
