/* score.h - results of cases become results of groups and of the submission (2025-09, "Result
 * aggregation"). */
#ifndef GRADER_JUDGE_SCORE_H
#define GRADER_JUDGE_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/judge/validator.h"
#include "grader/model/judgement.h"

/* True when the package pays each case of the group by itself: a scoring package, below secret, and
 * not pass-fail. */
bool score_pays_cases(const struct package *package, const struct test_group *group);

/*
 * The score of one judged case, 1 or 0 when its group does not pay cases. `given` is what the
 * output validator said; case_count is the number of cases in the group. NULL, or the reason in
 * words what the validator did against the format's rules (a judge error; "wrote …"): *out_score is
 * then left alone.
 */
const char *score_case(const struct package *package, const struct test_group *group,
                       size_t case_count, const struct validation *given, double *out_score);

/* Likewise of a group's static validation, whose share is the group's static_validation_score. */
const char *score_static(const struct package *package, const struct test_group *group,
                         const struct validation *given, double *out_score);

/* All tests of the group and of those below it accepted, and all static validation. */
bool score_group_passed(const struct judgement *judgement, const struct group_result *result);

/*
 * Fills score of every group, and score and max_score of the judgement, from its cases and the
 * counts of its groups. A pass-fail package has 1 or 0 of 1, and so has each of its groups. In a
 * scoring package the sample group scores 0 and the submission has the score of secret. NULL, or
 * the reason for a judge error: a group above its maximum, a pass-fail group without one.
 */
const char *score_groups(struct judgement *judgement, struct arena *arena);

#endif
