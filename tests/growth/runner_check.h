/* runner_check.h - is what was measured of a program what its header says? */
#ifndef TESTS_GROWTH_RUNNER_CHECK_H
#define TESTS_GROWTH_RUNNER_CHECK_H

#include "grader/base/buf.h"
#include "tests/growth/runner_program.h"

/* The lower-order terms that are added to each curve, as multiples of the main one. */
enum { TALLY_TERMS = 5 };

/* Sums over programs; plain data, so that it can be handed on as bytes. */
struct tally {
    unsigned curves, exact;          /* classes that a header names, and that were found */
    unsigned certain, certain_exact; /* of these with a separation of 4 and more */
    unsigned verdicts, false_accepts, false_rejects;
    unsigned honest, honest_flagged, hostile, hostile_flagged;
    unsigned made[TALLY_TERMS]; /* curves with a lower-order term added */
    unsigned ours[TALLY_TERMS], google[TALLY_TERMS], big_o[TALLY_TERMS];
    uint64_t cpu_us, worst_cpu_us; /* of the honest ones, compiling included */
    unsigned measured;
    uint64_t wall_us;
};

void tally_add(struct tally *sum, const struct tally *one);

/* Adds to the tally, and to `out` a line for each thing that is wrong. */
void check_program(const struct specimen *program, const struct growth *growth, struct tally *tally,
                   struct buf *out);

/* The curve again with lower-order terms of 0, 0.1, 0.3, 1 and 3 times the main one at the largest
 * size, to our fit, google/benchmark's and big_O's. */
void check_with_terms(const struct specimen *program, const struct growth_curve *curve,
                      struct tally *tally);

#endif
