/* slips.h - mistakes that are common in C, easy to see in a tree with types, and that no tool sees.
 */
#ifndef GRADER_QUALITY_SLIPS_H
#define GRADER_QUALITY_SLIPS_H

#include "grader/code/unit.h"

struct slip {
    unsigned line, column;
    const char *rule;
    const char *about; /* a name or an expression; "" when there is none to tell */
};

/*
 * Calls `found` for each slip of one function's tree, at most once a rule and line; of the rules
 * that would repeat themselves ("signed-char") the first of the function only. Each is a pattern
 * that is wrong whatever the values are, or that has a form which is right for all of them.
 */
typedef void slip_visitor(const struct slip *slip, void *context);
void slips_find(const struct unit *unit, const struct unit_node *function, slip_visitor *found,
                void *context);

#endif
