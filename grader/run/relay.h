/* relay.h - passes on what two programs say to each other, counts it, and knows who ended first. */
#ifndef GRADER_RUN_RELAY_H
#define GRADER_RUN_RELAY_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"

/*
 * Theory of operation
 *
 *   program ──pipe──> relay ──pipe──> judge          and the same back
 *
 * Two pipes between the programs alone would do for talking, but then nobody could say how much the
 * program wrote, and a program that ends because its peer has gone looks like one that failed by
 * itself: both deaths are seen a moment later, in any order. (DOMjudge's runpipe stands in the
 * middle for the same reasons.) Here a program learns of its peer's end only from the relay. When
 * the judge ends, the relay first waits RELAY_GRACE_MS for an end of the program's own; only then
 * it passes the judge's end on, and whatever becomes of the program afterwards is a consequence.
 * The other way round nothing is held back: a program that ends is read to its last byte, then the
 * judge sees the end of its input; what the judge still says to it is swallowed, so that a judge
 * never dies of a broken pipe. A stream that is closed while its program lives on is passed on as
 * it is.
 *
 *   program's output: a ceiling; what goes beyond it closes both of the program's pipes.
 */
enum { RELAY_GRACE_MS = 20 };

struct relay_side {
    int from, to; /* our ends of the pipes of its output and its input; relay_run closes them */
    int watch;    /* borrowed; readable once it has ended; -1: it has */
};

struct relay {
    struct relay_side program, judge;
    uint64_t ceiling_bytes; /* of the program's output */
    int copy;               /* of the program's output, a file; borrowed */
    /* Called when a watch is readable, once a side: takes the result; false ends the relay. */
    bool (*ended)(void *context, bool is_judge, struct err *err);
    void *context;
};

struct relay_result {
    bool judge_ended_first; /* its end was passed on to a program that still ran */
    bool is_over;           /* the program wrote more than the ceiling */
};

/* Returns when both have ended. It ends by the clocks that the sides have, none of its own. False:
 * ERR_FAULT, or what `ended` said. */
bool relay_run(const struct relay *relay, struct relay_result *out, struct err *err) MUST_CHECK;

#endif
