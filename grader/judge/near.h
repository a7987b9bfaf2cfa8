/* near.h - no verdict flips: runs that end near the CPU limit are repeated until three agree. */
#ifndef GRADER_JUDGE_NEAR_H
#define GRADER_JUDGE_NEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/model/verdict.h"

/*
 * A run is near when its CPU time lies within NEAR_BAND_PERCENT of the limit, on either side. So
 * that a run just over the limit can be told from one that is far over it, runs are not killed at
 * the limit but at the upper end of the band; a run that ends by itself in between is over all the
 * same.
 */
enum {
    NEAR_BAND_PERCENT = 15,
    NEAR_RUNS_MAX = 5,
    NEAR_AGREE = 3,
    NEAR_CLOCKS_APART_US = 2000, /* seen: up to 900 us between perf and wait4 on a busy machine */
};

/* Where to kill: above the band by what the clock that kills and the one that accounts may differ,
 * so that a run which was killed is never near. */
uint64_t near_kill_us(uint64_t limit_us);

struct near_run {
    enum verdict verdict;
    uint64_t cpu_us;
};

struct near_decision {
    bool is_final;   /* false: run it once more */
    bool borderline; /* the case was near: it was or will be repeated */
    size_t speaker; /* when final: index of the run whose verdict holds and whose evidence counts */
};

/*
 * count runs of the same case so far, 1 … NEAR_RUNS_MAX, in the order they were made.
 * - The first run is not near, or its verdict can't depend on time (memory, output, forbidden call,
 *   judge error): it is final.
 * - Else three runs must agree. After five without three alike (a program that also differs in
 *   other ways) the most frequent verdict holds, the earlier of equals.
 */
struct near_decision near_decide(const struct near_run *runs, size_t count, uint64_t limit_us);

#endif
