/* grading.h - results of cases become those of groups and of the submission by graders (legacy and
 * 2023-07-draft). */
#ifndef GRADER_JUDGE_GRADING_H
#define GRADER_JUDGE_GRADING_H

#include "grader/judge/tool.h"
#include "grader/judge/validator.h"
#include "grader/model/judgement.h"

/* One line of what a grader reads. */
struct grading_item {
    enum verdict verdict;
    double score;
};

/*
 * The default grader, as a pure function ("Default Grader Specification"). No items: AC and 0. With
 * ignores_sample the second item is the result.
 */
struct grading_item grading_default(const struct grader_settings *settings,
                                    const struct grading_item *items, size_t count);

/* The score of a case: of score.txt where the package's validator gives scores, else the group's
 * accept_score or reject_score. NULL, or what the validator did against the rules ("wrote …"). */
const char *grading_case(const struct package *package, const struct test_group *group,
                         const struct validation *given, double *out_score);

/* True when on_reject of this group or one above it says that nothing more of it is judged. */
bool grading_is_broken_off(const struct judgement *judgement, const struct test_case *test);

/*
 * Grades all groups bottom up: verdict and score of each, and of the judgement. What on_reject
 * leaves out of a group is left out of its items, whether it was run or not. A judge error below
 * makes one of the group. The custom grader runs boxed: `grader FLAGS… < items`, exit status 0 and
 * one line of a verdict and a score, or it is a judge error. False only when it could not be run.
 */
bool grading_run(struct runner *runner, const struct program *grader, struct judgement *judgement,
                 struct arena *arena, struct err *err) MUST_CHECK;

#endif
