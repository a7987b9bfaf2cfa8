/* judge.h - an executable and a package become a judgement. */
#ifndef GRADER_JUDGE_JUDGE_H
#define GRADER_JUDGE_JUDGE_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/judgement.h"
#include "grader/model/program.h"
#include "grader/run/runner.h"

/* What is left out after a failed case. */
enum judge_stop {
    JUDGE_STOP_FIRST,    /* all that follows: enough for a verdict, not for a score */
    JUDGE_STOP_IN_GROUP, /* the rest of its group, unless that could still earn points (sum) */
    JUDGE_ALL,           /* nothing */
};

/* Told after every case that ran. done is valid during the call; count of total cases ran or were
 * left out so far. */
typedef void judge_progress(void *context, const struct case_result *done, size_t count,
                            size_t total);

/* Everything is borrowed for the call; the judgement points to the package afterwards. */
struct judge_request {
    const struct package *package;        /* its made cases have their files */
    const struct compile_result *compile; /* not ok: the judgement is CE and nothing runs */
    const struct program *program;        /* NULL when not compiled, and of answers */
    const struct source_set *sources;     /* what it was made of: for static validation, answers */
    const char *language;                 /* NULL: "c"; "answers": of a submit-answer problem */
    const char *entry_point;              /* NULL: the language's own */
    const struct package_tools *tools;    /* NULL: the package has no programs for judging */
    uint64_t time_limit_us;               /* CPU time of a run; not 0 */
    bool time_limit_is_measured;
    /* Runs above the limit go on up to here, so that one can tell how far above it they are; their
     * verdict is the same. 0: they are killed as soon as their verdict is certain. */
    uint64_t measure_up_to_us;
    enum judge_stop stop;
    judge_progress *progress; /* NULL: nobody wants to know */
    void *context;
};

/*
 * Static validation first, then the cases in the package's order, in one session of the port for
 * the program and one for each validator. Cases near the time limit are repeated (near.h) and make
 * the judgement borderline. The verdict is that of the first failure; one judge error anywhere
 * makes it JE, with the place in its cause: such a submission is not graded. Groups whose
 * require_pass does not hold, and cases left out by the stop policy, have VERDICT_NONE and say why.
 * A group's result includes the groups below it. In the older formats groups and verdict are what
 * the graders say (grading.h).
 *
 * False, with *out left alone, only when judging could not be done: a box that will not start or a
 * file that can't be read (ERR_FAULT, ERR_INPUT), a package without tests, a validator in a
 * language we do not run, or a require_pass that names no group (ERR_INPUT).
 */
bool judge_submission(struct runner *runner, const struct judge_request *request,
                      struct arena *arena, struct judgement *out, struct err *err) MUST_CHECK;

#endif
