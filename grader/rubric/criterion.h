/* criterion.h - the criteria of a rubric from JSON: evidence, weight, scale, caps, levels. */
#ifndef GRADER_RUBRIC_CRITERION_H
#define GRADER_RUBRIC_CRITERION_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/rubric.h"
#include "grader/text/json.h"

/*
 * The key "criteria" of the root into out->criteria, each checked alone: ids are unique, levels
 * fall and end at 0, scales rise from 0 to 1, evidence fits its part and can be measured when it is
 * in force.
 */
bool criteria_load(const struct json_at *root, struct arena *arena, struct rubric *out,
                   struct err *err) MUST_CHECK;

/* What can only be said of all: weights add up to 100 (within 1e-6), one at least is in force, and
 * what is in force can be measured. `at` is where the complaint points to. */
bool criteria_check(const struct json_at *at, const struct rubric *rubric,
                    struct err *err) MUST_CHECK;

/* The key "weight": above 0, at most 100, at most one decimal. */
bool criterion_weight(const struct json_at *object, double *out, struct err *err) MUST_CHECK;

#endif
