/* thread_names.c - names, affinity and clocks of threads.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <time.h>

static void *work(void *argument)
{
    struct timespec used;
    clockid_t clock;
    cpu_set_t set;
    pthread_setname_np(pthread_self(), "worker");
    int got = pthread_getcpuclockid(pthread_self(), &clock);
    printf("%d %d\n", got, clock_gettime(clock, &used));
    printf("%d\n", pthread_getaffinity_np(pthread_self(), sizeof set, &set));
    return argument;
}

int main(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) != 0)
        return 1;
    pthread_join(thread, NULL);
    work(NULL);
    printf("%d %d\n", pthread_equal(pthread_self(), thread) != 0, sched_yield());
    return 0;
}
