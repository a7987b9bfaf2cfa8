/* trial_inputs.h - small public inputs are made by a package's generators, and answered by its
 * model solution. */
#ifndef GRADER_CATALOG_TRIAL_INPUTS_H
#define GRADER_CATALOG_TRIAL_INPUTS_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/counterexample.h"
#include "grader/model/program.h"
#include "grader/run/runner.h"

/* Bytes; what is larger is not small. */
enum { TRIAL_INPUT_MAX = 4096, TRIAL_ANSWER_MAX = 16 * 1024 };

/* One input that is wanted. */
struct trial_call {
    size_t generator;             /* index in the package's */
    struct word_list words;       /* with the size and the seed put in, without the program */
    const struct test_case *like; /* a test of the package */
};

struct trial_calls {
    struct trial_call *calls;
    size_t count;
};

/* Everything is borrowed for the call. The programs are built like a candidate's, with the starter:
 * hundreds of runs are cheap then. */
struct trial_request {
    struct runner *runner;
    const struct package *package;
    const struct program *generators; /* in the package's order; PROGRAM_NONE: no call needs it */
    const struct program *model;      /* the model solution */
    const struct trial_calls *calls;
};

/*
 * Runs each call, in one session a generator, and the model solution on what came out. A call is a
 * guess: one that fails, or prints nothing or too much, is passed over, as is an input on which the
 * model solution fails. A program that runs into a limit is not run again. Inputs that are equal
 * count once. The smallest input comes first. In the arena. False only when a run could not be made
 * (ERR_FAULT).
 */
bool trial_inputs_make(const struct trial_request *request, struct arena *arena,
                       struct trial_set *out, struct err *err) MUST_CHECK;

#endif
