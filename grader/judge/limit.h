/* limit.h - a problem's time limit from the measured times of its own submissions. */
#ifndef GRADER_JUDGE_LIMIT_H
#define GRADER_JUDGE_LIMIT_H

#include <stddef.h>
#include <stdint.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/package.h"

/* CPU times in microseconds, one a submission: that of its slowest case. */
struct limit_times {
    const uint64_t *lower_us; /* of those that bound the limit from below (accepted, …) */
    size_t lower_count;
    const uint64_t *upper_us; /* of those that must run into it; a killed run counts as endless:
                                 leave it out */
    size_t upper_count;
};

/*
 * The format's rule (2025-09, "Problem timing"): the smallest integer multiple, at least one, of
 * time_resolution with T_ac * ac_to_time_limit <= limit and limit * time_limit_to_tle <= T_tle.
 * ERR_INPUT, with the figures, when no submission bounds it from below or no such multiple exists.
 */
bool limit_from_times(const struct limit_times *times, const struct package_limits *limits,
                      uint64_t *out_limit_us, struct err *err) MUST_CHECK;

#endif
