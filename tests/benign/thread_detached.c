/* thread_detached.c - detached threads, waited for by a counter.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

static atomic_int done;

static void *work(void *argument)
{
    nanosleep(&(struct timespec){ 0, 500000 }, NULL);
    atomic_fetch_add(&done, 1);
    return argument;
}

int main(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    for (int i = 0; i < 5; i++)
        if (pthread_create(&thread, &attributes, work, NULL) != 0)
            return 1;
    while (atomic_load(&done) < 5)
        sched_yield();
    puts("all done");
    return 0;
}
