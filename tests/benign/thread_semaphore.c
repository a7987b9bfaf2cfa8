/* thread_semaphore.c - unnamed semaphores in turn.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t ping, pong;

static void *answer(void *argument)
{
    for (int i = 0; i < 500; i++) {
        sem_wait(&ping);
        if (i % 100 == 0)
            printf("pong %d\n", i);
        sem_post(&pong);
    }
    return argument;
}

int main(void)
{
    pthread_t thread;
    int value;
    sem_init(&ping, 0, 0);
    sem_init(&pong, 0, 0);
    if (pthread_create(&thread, NULL, answer, NULL) != 0)
        return 1;
    for (int i = 0; i < 500; i++) {
        if (i % 100 == 0)
            printf("ping %d\n", i);
        sem_post(&ping);
        sem_wait(&pong);
    }
    pthread_join(thread, NULL);
    sem_getvalue(&pong, &value);
    printf("%d %d\n", value, sem_trywait(&ping));
    return 0;
}
