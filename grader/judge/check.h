/* check.h - an output is right or wrong, by the default validator or the package's own. */
#ifndef GRADER_JUDGE_CHECK_H
#define GRADER_JUDGE_CHECK_H

#include "grader/judge/validator.h"

/* Everything is borrowed for the call. */
struct check_request {
    const struct package *package;
    const struct test_case *test;
    struct validator *validators; /* open, in the package's order */
    size_t validator_count;       /* 0: the default output validator */
    struct str next_input;        /* of a later pass, or made; at NULL: the test's own input */
    struct str made_answer;       /* to a made input; at NULL: the test's own answer */
    struct str kept;
    struct str output;
};

struct check_result {
    /* JE before WA before AC; of the first validator that says so. Scores are those of the first
     * validator that gives any. */
    struct validation validation;
    bool white_space_differs; /* accepted by the default validator all the same */
    struct difference difference;
};

/* False only when the check could not be made. */
bool check_output_of(const struct check_request *request, struct arena *arena,
                     struct check_result *out, struct err *err) MUST_CHECK;

#endif
