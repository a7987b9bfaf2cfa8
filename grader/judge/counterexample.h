/* counterexample.h - the smallest of some public inputs on which a submission fails. */
#ifndef GRADER_JUDGE_COUNTEREXAMPLE_H
#define GRADER_JUDGE_COUNTEREXAMPLE_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/counterexample.h"
#include "grader/model/program.h"
#include "grader/run/runner.h"

/*
 * The budget. Runs and validations are counted, so that they end at the same place on any machine;
 * CPU time of the submission is only a net, and a search that ends in it tells no number.
 */
enum {
    COUNTEREXAMPLE_RUNS_MAX = 400,
    COUNTEREXAMPLE_VALIDATIONS_MAX = 100,  /* of outputs that are not the model solution's */
    COUNTEREXAMPLE_SHRINK_MAX = 150,       /* smaller inputs of the one that was found */
    COUNTEREXAMPLE_ANSWER_MAX = 16 * 1024, /* bytes of the answer to one */
    /* Of all runs together. A run of a small program is charged 0.4 ms, on a crowded machine 3: the
     * net lies far above the sum of that, or the machine's load would show in the report. */
    COUNTEREXAMPLE_CPU_US_MAX = 8 * 1000 * 1000,
    COUNTEREXAMPLE_RUN_CPU_US_MAX = 1500 * 1000, /* of one */
};

/* Everything is borrowed for the call, the trials as long as the result. */
struct counterexample_request {
    const struct package *package;
    const struct package_tools *tools; /* output and input validators, built */
    const struct program *program;     /* the submission's */
    const struct program *model;       /* the model solution; NULL: what is found is not shrunk */
    const struct trial_set *trials;    /* the smallest first */
    uint64_t time_limit_us;
};

/*
 * Why nobody looks for a counter-example after this judgement: a sentence in *out_reason, or NULL
 * there when it explains itself (all is well, or a failed test is shown). True: one is to be looked
 * for, since a hidden test failed by a wrong answer, a crash or too much output.
 */
bool counterexample_is_wanted(const struct judgement *judgement, const char **out_reason);

/*
 * Runs the submission on one trial after the other, in a session of its own which never sees a test
 * of the package, until it fails on one: a verdict other than AC by the package's own validators
 * (JE does not count). The failure must be the same in a second run; at least one input validator
 * must have been asked and all must accept the input; the output validators must accept the model
 * solution's answer. Else the trial is no good and the search goes on. What was found is made
 * smaller by leaving out lines, or words (reduce.h), as long as all of that holds; the model
 * solution answers. In the arena. ERR_FAULT.
 */
bool counterexample_search(struct runner *runner, const struct counterexample_request *request,
                           struct arena *arena, struct counterexample *out,
                           struct err *err) MUST_CHECK;

#endif
