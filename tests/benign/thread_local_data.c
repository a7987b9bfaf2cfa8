/* thread_local_data.c - thread-local variables and keys with destructors.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static _Thread_local int own = 5;
static pthread_key_t key;
static int destroyed;

static void destroy(void *value)
{
    __atomic_fetch_add(&destroyed, *(int *)value, __ATOMIC_SEQ_CST);
    free(value);
}

static void *work(void *argument)
{
    int *value = malloc(sizeof *value);
    *value = ++own;
    pthread_setspecific(key, value);
    return pthread_getspecific(key) == value ? argument : NULL;
}

int main(void)
{
    pthread_t threads[4];
    pthread_key_create(&key, destroy);
    for (int i = 0; i < 4; i++)
        if (pthread_create(&threads[i], NULL, work, &own) != 0)
            return 1;
    for (int i = 0; i < 4; i++) {
        void *result;
        pthread_join(threads[i], &result);
        printf("%d", result == &own);
    }
    printf(" %d %d\n", own, destroyed);
    return 0;
}
