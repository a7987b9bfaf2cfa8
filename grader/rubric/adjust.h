/* adjust.h - the rubric as one problem sees it: its own weights and bar in place. */
#ifndef GRADER_RUBRIC_ADJUST_H
#define GRADER_RUBRIC_ADJUST_H

#include "grader/base/arena.h"
#include "grader/model/rubric.h"

/* The adjustment for this problem, NULL when the rubric has none. */
const struct rubric_adjustment *rubric_adjustment_of(const struct rubric *rubric,
                                                     const char *problem_id);

/* The rubric with an adjustment (NULL: none) applied. New criteria are in the arena; everything
 * else is borrowed from the rubric. */
struct rubric rubric_adjusted(const struct rubric *rubric,
                              const struct rubric_adjustment *adjustment, struct arena *arena);

#endif
