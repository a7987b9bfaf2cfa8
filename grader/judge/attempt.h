/* attempt.h - one attempt of a submission at one case, and what its output is worth. */
#ifndef GRADER_JUDGE_ATTEMPT_H
#define GRADER_JUDGE_ATTEMPT_H

#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/judge/validator.h"
#include "grader/model/judgement.h"
#include "grader/run/runner.h"

/* What all runs of a submission share; everything is borrowed. */
struct bench {
    struct runner *runner;
    struct run_session *session;      /* of the submission's program; NULL: it is answers */
    const struct program *program;    /* likewise */
    const struct source_set *answers; /* of a submission of answers, else NULL */
    struct validator *validators;     /* open, in the package's order */
    size_t validator_count;           /* 0: the default output validator */
    const struct package *package;
    uint64_t time_limit_us;
    struct arena *arena; /* of the results */
};

enum { EVIDENCE_MAX = 64 * 1024 }; /* bytes of a failed run's output that are kept */

/* What the output validators say of a run, all of them together. */
struct attempt {
    struct case_result result; /* without its score */
    struct validation given;   /* of the last pass; with its scores */
};

/*
 * Makes one attempt: a run, or a run a pass. The order of evidence: what the runner tells (SV, MLE,
 * OLE, TLE), CPU time above the limit (TLE, also when the program ended by itself), a signal or an
 * exit status other than 0 (RTE), then the output validators, of which every one must accept. The
 * answer is opened after the run has ended and never reaches its process.
 *
 * An interactive program runs beside its validator. In problemtools' order: a validator that did
 * not operate properly is JE; one that rejects and ended first is WA, whatever the program did when
 * it was left alone; then the program's own verdict; then the validator's.
 *
 * Of answers the file NAME.ans, or NAME.out, of case NAME is taken: beside the folders' names or
 * without them. A missing one is WA.
 *
 * False, with *out left alone, only when the run or its check could not be made.
 */
bool attempt_case(const struct bench *bench, const struct test_case *test, struct attempt *out,
                  struct err *err) MUST_CHECK;

/*
 * The same at an input that no file of the package holds, for problems of one pass that do not
 * talk. The arguments are those of the test. The answer is taken to be right: an output with the
 * same words is accepted without asking a validator of the package; *out_asked: whether one was.
 */
bool attempt_made(const struct bench *bench, const struct test_case *like, struct str input,
                  struct str answer, struct attempt *out, bool *out_asked,
                  struct err *err) MUST_CHECK;

/* A submission's program as the runner wants it; borrows the program's parts. */
struct run_program attempt_program(const struct package *package, const struct program *program,
                                   uint64_t cpu_us, uint64_t wall_us);

#endif
