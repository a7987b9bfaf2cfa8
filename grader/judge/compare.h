/* compare.h - the package format's default output validator, as a pure function. */
#ifndef GRADER_JUDGE_COMPARE_H
#define GRADER_JUDGE_COMPARE_H

#include <stdbool.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/model/judgement.h"
#include "grader/model/package.h"

/*
 * Source: ICPC/Kattis problem package format 2025-09, "Default output validator specification";
 * the messages are those of problemtools (support/default_validator). Where the two differ, the
 * format decides: numbers are decimal only (no hex, inf, nan) and tokens that hold NULs are
 * compared in full.
 */
enum compare_dialect {
    COMPARE_2025_09,
    COMPARE_LEGACY, /* and the draft: what problemtools does, for packages that were made with it */
};

struct compare_options {
    enum compare_dialect dialect;
    bool case_sensitive, space_change_sensitive;
    double absolute_tolerance, relative_tolerance; /* negative: none */
};

/*
 * COMPARE_LEGACY is more lenient: hexadecimal numbers are numbers, of a tolerance given twice the
 * last one holds (flags of problem.yaml come before those of a group), and a negative one is none.
 */

/*
 * The validator's arguments: case_sensitive, space_change_sensitive, float_relative_tolerance E,
 * float_absolute_tolerance E, float_tolerance E. ERR_INPUT for an unknown word, a tolerance that is
 * missing, negative or no decimal number, one given twice, or float_tolerance beside another.
 */
bool compare_options_parse(struct word_list args, enum compare_dialect dialect,
                           struct compare_options *out, struct err *err) MUST_CHECK;

enum { COMPARE_MESSAGE_MAX = 512 };

struct comparison {
    bool accepted;
    bool white_space_differs;     /* accepted, but white space is not that of the answer */
    struct difference difference; /* the start of the first token or white space that is wrong */
    /* "" when accepted; two lines or more, no newline at the end. Holds bytes of both texts:
     * without NULs, but not always UTF-8. */
    char message[COMPARE_MESSAGE_MAX];
};

/* Any bytes; time is linear, memory constant. */
void compare(struct str answer, struct str output, const struct compare_options *options,
             struct comparison *out);

#endif
