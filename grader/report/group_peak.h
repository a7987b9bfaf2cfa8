/* group_peak.h - the most that any test of a group cost. */
#ifndef GRADER_REPORT_GROUP_PEAK_H
#define GRADER_REPORT_GROUP_PEAK_H

#include "grader/model/report.h"

struct group_peak {
    bool has_figures;            /* of some test */
    bool over_time, over_memory; /* some test was ended by that limit */
    uint64_t cpu_us, memory_bytes;
    unsigned repeats; /* of the test that was repeated most */
};

/* Of the tests that lie in the group itself, not in one below it. */
struct group_peak group_peak_of(const struct report_problem *problem, const char *group);

#endif
