/* limit.c - a time limit from measured times. */
#include "grader/judge/limit.h"

#include <assert.h>
#include <math.h>

/* A multiplier such as 1.1 has no exact double: a product may miss its integer by this share. */
static const double slack = 1e-9;

static uint64_t largest(const uint64_t *values, size_t count)
{
    uint64_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = values[i] > most ? values[i] : most;
    return most;
}

static uint64_t smallest(const uint64_t *values, size_t count)
{
    uint64_t least = UINT64_MAX;
    for (size_t i = 0; i < count; i++)
        least = values[i] < least ? values[i] : least;
    return least;
}

bool limit_from_times(const struct limit_times *times, const struct package_limits *limits,
                      uint64_t *out_limit_us, struct err *err)
{
    assert(times && limits && out_limit_us && limits->time_resolution_us > 0);
    if (times->lower_count == 0)
        return err_set(err, ERR_INPUT,
                       "cannot set a time limit: no submission bounds it from below");
    double resolution_us = (double)limits->time_resolution_us;
    double slowest_us = (double)largest(times->lower_us, times->lower_count);
    double multiples = slowest_us * limits->ac_to_time_limit / resolution_us;
    multiples = fmax(1, ceil(multiples * (1 - slack)));
    double limit_us = multiples * resolution_us;
    if (!(limit_us < (double)(UINT64_MAX / 2)))
        return err_set(err, ERR_INPUT, "cannot set a time limit: %g s is beyond all measure",
                       limit_us / 1e6);
    double fastest_us = (double)smallest(times->upper_us, times->upper_count);
    if (times->upper_count > 0 && limit_us * limits->time_limit_to_tle > fastest_us * (1 + slack))
        return err_set(err, ERR_INPUT,
                       "cannot set a time limit: the slowest accepted submission needs %g s, which "
                       "asks for at least %g s, but a submission that must be too slow needs only "
                       "%g s, which allows at most %g s",
                       slowest_us / 1e6, limit_us / 1e6, fastest_us / 1e6,
                       fastest_us / limits->time_limit_to_tle / 1e6);
    *out_limit_us = (uint64_t)limit_us;
    return true;
}
