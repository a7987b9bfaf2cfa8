/* counterexample.h - a small public input on which a submission is wrong; nothing in here is
 * hidden. */
#ifndef GRADER_MODEL_COUNTEREXAMPLE_H
#define GRADER_MODEL_COUNTEREXAMPLE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/model/judgement.h"

/* A small input that a generator of the package made with a public seed. */
struct trial {
    const struct test_case *like; /* a test of the package: its arguments hold here too */
    struct str input;
    struct str answer; /* what the model solution prints */
};

struct trial_set {
    struct trial *trials; /* the smallest input first */
    size_t count;
};

/* What became of the search among trials. */
struct counterexample {
    const char *not_searched;  /* why there is no result, in words; "": there is one */
    size_t tried;              /* trials that the submission was run on, those it fails on and
                                  that are no good for the purpose left out */
    const struct trial *found; /* NULL: none that it fails on */
    struct case_result result; /* what it did there; test is found->like */
};

#endif
