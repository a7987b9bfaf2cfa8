/* near.c - runs near the CPU limit are repeated until three agree. */
#include "grader/judge/near.h"

#include <assert.h>

static uint64_t band_us(uint64_t limit_us)
{
    return limit_us / 100 * NEAR_BAND_PERCENT + limit_us % 100 * NEAR_BAND_PERCENT / 100;
}

uint64_t near_kill_us(uint64_t limit_us)
{
    return limit_us + band_us(limit_us) + NEAR_CLOCKS_APART_US;
}

static bool depends_on_time(enum verdict verdict)
{
    return verdict == VERDICT_ACCEPTED || verdict == VERDICT_WRONG_ANSWER ||
           verdict == VERDICT_TIME_LIMIT || verdict == VERDICT_RUN_ERROR;
}

static bool is_near(struct near_run run, uint64_t limit_us)
{
    uint64_t apart = run.cpu_us > limit_us ? run.cpu_us - limit_us : limit_us - run.cpu_us;
    return depends_on_time(run.verdict) && apart <= band_us(limit_us);
}

struct near_decision near_decide(const struct near_run *runs, size_t count, uint64_t limit_us)
{
    assert(runs && count >= 1 && count <= NEAR_RUNS_MAX && limit_us > 0);
    if (!is_near(runs[0], limit_us))
        return (struct near_decision){ .is_final = true };
    size_t votes[VERDICT_COUNT] = { 0 };
    for (size_t i = 0; i < count; i++)
        votes[runs[i].verdict]++;
    size_t speaker = 0;
    for (size_t i = 1; i < count; i++)
        if (votes[runs[i].verdict] > votes[runs[speaker].verdict])
            speaker = i;
    bool agreed = votes[runs[speaker].verdict] >= NEAR_AGREE;
    return (struct near_decision){ .is_final = agreed || count == NEAR_RUNS_MAX,
                                   .borderline = true,
                                   .speaker = speaker };
}
