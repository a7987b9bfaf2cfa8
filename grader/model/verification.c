/* verification.c - the words for a verification's enumerations, one table each. */
#include "grader/model/verification.h"

#include <assert.h>

#include "grader/base/attr.h"

static const char *const areas[] = {
    [VERIFY_PACKAGE] = "package",
    [VERIFY_STATEMENT] = "statement",
    [VERIFY_DATA] = "data",
    [VERIFY_INPUT] = "input validators",
    [VERIFY_OUTPUT] = "output validator",
    [VERIFY_SUBMISSIONS] = "submissions",
    [VERIFY_TIME_LIMIT] = "time limit",
    [VERIFY_GROWTH] = "growth",
    [VERIFY_FAULTS] = "faults",
};
static_assert(COUNT_OF(areas) == VERIFY_AREA_COUNT, "one word per area");

static const char *const levels[] = {
    [FINDING_ERROR] = "error",
    [FINDING_WARNING] = "warning",
};
static_assert(COUNT_OF(levels) == FINDING_LEVEL_COUNT, "one word per level");

static const char *const statuses[] = {
    [VERIFY_AS_SAID] = "as said",
    [VERIFY_NOT_AS_SAID] = "not as said",
    [VERIFY_SKIPPED] = "skipped",
};
static_assert(COUNT_OF(statuses) == VERIFY_STATUS_COUNT, "one word per status");

static const char *const bounds[] = {
    [BOUND_NONE] = "none",
    [BOUND_LOWER] = "lower",
    [BOUND_UPPER] = "upper",
};
static_assert(COUNT_OF(bounds) == VERIFY_BOUND_COUNT, "one word per bound");

const char *verify_area_name(enum verify_area area)
{
    assert(area < VERIFY_AREA_COUNT);
    return areas[area];
}

const char *finding_level_name(enum finding_level level)
{
    assert(level < FINDING_LEVEL_COUNT);
    return levels[level];
}

const char *verify_status_name(enum verify_status status)
{
    assert(status < VERIFY_STATUS_COUNT);
    return statuses[status];
}

const char *verify_bound_name(enum verify_bound bound)
{
    assert(bound < VERIFY_BOUND_COUNT);
    return bounds[bound];
}
