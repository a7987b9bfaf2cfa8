/* group_peak.c - the most that any test of a group cost. */
#include "grader/report/group_peak.h"

#include <string.h>

struct group_peak group_peak_of(const struct report_problem *problem, const char *group)
{
    struct group_peak peak = { 0 };
    for (size_t i = 0; i < problem->case_count; i++) {
        const struct report_case *test = &problem->cases[i];
        if (strcmp(test->group, group) != 0)
            continue;
        peak.over_time |= test->verdict == VERDICT_TIME_LIMIT;
        peak.over_memory |= test->verdict == VERDICT_MEMORY_LIMIT;
        peak.repeats = test->repeats > peak.repeats ? test->repeats : peak.repeats;
        if (!test->has_figures)
            continue;
        peak.has_figures = true;
        peak.cpu_us = test->cpu_us > peak.cpu_us ? test->cpu_us : peak.cpu_us;
        if (test->memory_bytes > peak.memory_bytes)
            peak.memory_bytes = test->memory_bytes;
    }
    return peak;
}
