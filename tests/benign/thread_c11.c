/* thread_c11.c - threads.h: threads, mutex, condition, once and specific storage.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

static mtx_t lock;
static cnd_t changed;
static once_flag once = ONCE_FLAG_INIT;
static tss_t slot;
static int turn, calls;

static void initialise(void)
{
    mtx_init(&lock, mtx_plain);
    cnd_init(&changed);
    tss_create(&slot, free);
    calls++;
}

static int work(void *argument)
{
    int me = *(int *)argument;
    call_once(&once, initialise);
    tss_set(slot, malloc(10));
    mtx_lock(&lock);
    while (turn != me)
        cnd_wait(&changed, &lock);
    printf("turn of %d\n", me);
    turn++;
    cnd_broadcast(&changed);
    mtx_unlock(&lock);
    return me * 10;
}

int main(void)
{
    thrd_t threads[5];
    int ids[5], result;
    for (int i = 0; i < 5; i++) {
        ids[i] = 4 - i;
        if (thrd_create(&threads[i], work, &ids[i]) != thrd_success)
            return 1;
    }
    for (int i = 0; i < 5; i++) {
        thrd_join(threads[i], &result);
        printf("%d ", result);
    }
    printf("%d\n", calls);
    return 0;
}
