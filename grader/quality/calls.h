/* calls.h - calls that may fail, and whether the function looks. */
#ifndef GRADER_QUALITY_CALLS_H
#define GRADER_QUALITY_CALLS_H

#include "grader/code/unit.h"

/* One call of malloc, scanf, fopen, strtol or their like whose result nobody looks at. */
struct unchecked_call {
    unsigned line, column;
    const char *rule;   /* "unchecked-allocation", "unchecked-result", "lost-realloc",
                           "eof-too-late" */
    const char *name;   /* of the function called */
    const char *into;   /* where its result goes: "p", "s->items"; "" when nowhere */
    const char *member; /* it is a flaw only if no function tests a member of this name; "" for
                           always */
};

struct call_counts {
    size_t to_check, unchecked;
};

/*
 * Adds to *counts, and calls `found` for each call whose result is not looked at before it is used.
 * A heuristic on one function's tree (SEI CERT ERR33-C; CWE-252, CWE-690), with the benefit of the
 * doubt: a result that is returned, or handed to a function of the submission, counts as checked.
 * One that is stored in a member and never used here counts as checked if any function of the
 * submission tests a member of that name: such a call is not in counts->unchecked, but `found` is
 * called for it, and `tested` for each member that is tested.
 */
typedef void unchecked_visitor(const struct unchecked_call *call, void *context);
typedef void tested_visitor(const char *member, void *context);
struct call_visitor {
    unchecked_visitor *found;
    tested_visitor *tested;
    void *context;
};
void calls_check(const struct unit *unit, const struct unit_node *function,
                 struct call_counts *counts, const struct call_visitor *visitor);

#endif
