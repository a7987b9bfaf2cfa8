/* judge_slow_compare.h - the default output validator again: slow, by lists of tokens, written from
 * the format's text alone. */
#ifndef TESTS_SUPPORT_JUDGE_SLOW_COMPARE_H
#define TESTS_SUPPORT_JUDGE_SLOW_COMPARE_H

#include "grader/judge/compare.h"

struct slow_comparison {
    bool accepted, white_space_differs;
    size_t answer_offset, output_offset; /* of the first difference, when not accepted */
};

struct slow_comparison slow_compare(struct str answer, struct str output,
                                    const struct compare_options *options);

#endif
