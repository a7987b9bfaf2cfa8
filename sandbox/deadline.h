/* deadline.h - when a process has used its CPU time, exactly, without a privilege. */
#ifndef SANDBOX_DEADLINE_H
#define SANDBOX_DEADLINE_H

#include <stdint.h>
#include <sys/types.h>

/*
 * No signal, no timer on the process: a process can't use more CPU time than the wall lets pass
 * (times the CPUs it can be on). So after sleeping for what is left, one look at its clock tells
 * whether the time is used up; if it was waiting meanwhile, what is left now is slept again. The
 * program can disarm nothing, and the supervisor wakes as rarely as possible.
 *
 * The clock that is read is the one that wait4 will account by. For a process that runs on another
 * CPU it lags by up to a tick of the scheduler (4 ms at 250 Hz), until the scheduler has had to
 * look at the process. Setting its policy from "other" to "batch", or back, makes it look, is
 * allowed for one's own processes, and changes nothing for a program that computes. Measured at a
 * limit of 100 ms: 0.25 ms too late, where the clock alone is 3.5 ms late. A perf counter is as
 * prompt but counts the time that a hypervisor steals as well: on a busy virtual machine it ended
 * programs that had used 85 % of their time.
 */
struct deadline {
    pid_t pid;                   /* 0: not started */
    uint64_t limit_us, start_us; /* start: CLOCK_MONOTONIC */
    unsigned threads;
    unsigned looks;
};

uint64_t deadline_now_us(void);

/* The clock as it stands: exact for a process that sleeps; 0 for one that has ended. */
uint64_t deadline_clock_us(pid_t pid);

/* A process that has just begun, or limit_us on top of what it has used before. */
void deadline_start(struct deadline *deadline, pid_t pid, uint64_t limit_us, unsigned threads);
/* CPU time of the process so far; never runs ahead of the accounting, and behind it only for
 * further threads. */
uint64_t deadline_used_us(struct deadline *deadline);
/* How long to sleep before the next look is worth it, in microseconds; 0: the time is used up. */
uint64_t deadline_wait_us(struct deadline *deadline);

#endif
