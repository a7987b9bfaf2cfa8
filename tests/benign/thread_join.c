/* thread_join.c - threads that return something.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

static void *square(void *argument)
{
    intptr_t n = (intptr_t)argument;
    return (void *)(n * n);
}

int main(void)
{
    pthread_t threads[8];
    for (intptr_t i = 0; i < 8; i++)
        if (pthread_create(&threads[i], NULL, square, (void *)i) != 0)
            return 1;
    for (int i = 0; i < 8; i++) {
        void *result;
        pthread_join(threads[i], &result);
        printf("%ld ", (long)(intptr_t)result);
    }
    putchar('\n');
    return 0;
}
