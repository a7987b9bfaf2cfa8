/* deadline.c - when a process has used its CPU time. */
#include "sandbox/deadline.h"

#include <assert.h>
#include <sched.h>
#include <time.h>

uint64_t deadline_now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

void deadline_start(struct deadline *deadline, pid_t pid, uint64_t limit_us, unsigned threads)
{
    assert(pid > 0 && limit_us > 0 && threads > 0);
    *deadline = (struct deadline){
        .pid = pid, .limit_us = limit_us, .start_us = deadline_now_us(), .threads = threads
    };
}

uint64_t deadline_clock_us(pid_t pid)
{
    clockid_t clock;
    struct timespec used;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0; /* it has ended: the next event says so */
    return (uint64_t)used.tv_sec * 1000000 + (uint64_t)used.tv_nsec / 1000;
}

uint64_t deadline_used_us(struct deadline *deadline)
{
    const struct sched_param none = { 0 };
    /* Where this is refused the clock lags by a tick, no more. */
    sched_setscheduler(deadline->pid, deadline->looks++ % 2 ? SCHED_OTHER : SCHED_BATCH, &none);
    return deadline_clock_us(deadline->pid);
}

uint64_t deadline_wait_us(struct deadline *deadline)
{
    const uint64_t shortest = 100; /* below this a look costs more than it tells */
    uint64_t could_use = (deadline_now_us() - deadline->start_us) * deadline->threads;
    uint64_t used = could_use < deadline->limit_us ? could_use : deadline_used_us(deadline);
    if (used >= deadline->limit_us)
        return 0;
    uint64_t wait = (deadline->limit_us - used) / deadline->threads;
    return wait > shortest ? wait : shortest;
}
