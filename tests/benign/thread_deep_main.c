/* thread_deep_main.c - deep recursion in main beside a thread.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>

__attribute__((noinline)) static long descend(long depth)
{
    volatile char frame[400];
    frame[0] = 1;
    return depth == 0 ? 0 : descend(depth - 1) + frame[0];
}

static void *work(void *argument)
{
    *(long *)argument = descend(10000);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    long other = 0;
    if (pthread_create(&thread, NULL, work, &other) != 0)
        return 1;
    long mine = descend(100000);
    pthread_join(thread, NULL);
    printf("%ld %ld\n", mine, other);
    return 0;
}
