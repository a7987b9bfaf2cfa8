/* trial_calls.h - which small inputs a package's generators are asked for. */
#ifndef GRADER_PIPELINE_TRIAL_CALLS_H
#define GRADER_PIPELINE_TRIAL_CALLS_H

#include "grader/catalog/trial_inputs.h"
#include "grader/growth/plan.h"

enum {
    TRIAL_CALLS_A_SIZE = 30, /* of size 0 a third: they are much alike */
    TRIAL_SIZES = 14,        /* 0, 1, 2, 3, 4, 6, … 96 */
    TRIAL_CALLS_MAX = TRIAL_SIZES * TRIAL_CALLS_A_SIZE
};

/*
 * The families of growth.yaml (plan NULL: there is none) at small {n}, and the calls of
 * generators/tests.yaml made small (small_call.h), in turn, TRIAL_CALLS_A_SIZE a size. A pure
 * function of the package: seeds follow from a fixed text, never from the key of the hidden tests,
 * and no call is one of a test. In the arena.
 */
void trial_calls_list(const struct package *package, const struct growth_plan *plan,
                      struct arena *arena, struct trial_calls *out);

#endif
