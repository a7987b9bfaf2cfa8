/* criterion_growth.h - what a criterion of growth counts, from JSON. */
#ifndef GRADER_RUBRIC_CRITERION_GROWTH_H
#define GRADER_RUBRIC_CRITERION_GROWTH_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/rubric.h"
#include "grader/text/json.h"

/*
 *   "growth": { "resource": "time", "by": "excess exponent", "not_passing_pays": 0,
 *               "distance": [ { "at": 0, "pays": 1 }, { "at": 1, "pays": 0 } ] }
 *
 * Each key may be left out, and so may the whole: then all resources count, and the points are paid
 * when everything is met. It goes only with evidence "growth".
 */
bool criterion_growth(const struct json_at *criterion, struct arena *arena,
                      struct rubric_criterion *out, struct err *err) MUST_CHECK;

/* The key "distance" of an object, when it is there: corners that rise from 0 and never pay more.
 */
bool criterion_distance(const struct json_at *object, struct arena *arena,
                        struct rubric_distance **out, size_t *out_count,
                        struct err *err) MUST_CHECK;

#endif
