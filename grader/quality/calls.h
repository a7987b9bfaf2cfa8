/* calls.h - calls that may fail, and whether the function looks. */
#ifndef GRADER_QUALITY_CALLS_H
#define GRADER_QUALITY_CALLS_H

#include "grader/quality/unit.h"

/* One call of malloc, scanf, fopen, strtol or their like whose result nobody looks at. */
struct unchecked_call {
    unsigned line, column;
    const char *rule; /* "unchecked-allocation", "unchecked-result", "lost-realloc",
                         "eof-too-late" */
    const char *name; /* of the function called */
    const char *into; /* where its result goes: "p", "s->items"; "" when nowhere */
};

struct call_counts {
    size_t to_check, unchecked;
};

/*
 * Adds to *counts, and calls `found` for each call whose result is not looked at before it is used.
 * A heuristic on one function's tree (SEI CERT ERR33-C; CWE-252, CWE-690), with the benefit of the
 * doubt: a result that is returned, handed to a function of the submission, or stored and never
 * used here counts as checked.
 */
typedef void unchecked_visitor(const struct unchecked_call *call, void *context);
void calls_check(const struct unit *unit, const struct unit_node *function,
                 struct call_counts *counts, unchecked_visitor *found, void *context);

#endif
