/* thread_stacks.c - threads with a stack of their own size, used deeply.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>

__attribute__((noinline)) static int descend(int depth)
{
    volatile char frame[1000];
    frame[0] = (char)depth;
    return depth == 0 ? 0 : descend(depth - 1) + 1 + (frame[0] != (char)depth);
}

static void *work(void *argument)
{
    *(int *)argument = descend(5000);
    return NULL;
}

int main(void)
{
    pthread_attr_t attributes;
    pthread_t threads[4];
    int depths[4];
    size_t size;
    pthread_attr_init(&attributes);
    printf("%d\n", pthread_attr_setstacksize(&attributes, 16 << 20));
    for (int i = 0; i < 4; i++)
        if (pthread_create(&threads[i], i % 2 ? &attributes : NULL, work, &depths[i]) != 0)
            return 1;
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        printf("%d ", depths[i]);
    }
    pthread_getattr_np(pthread_self(), &attributes);
    pthread_attr_getstacksize(&attributes, &size);
    printf("%d\n", size > 0);
    return 0;
}
