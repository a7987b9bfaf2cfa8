/* loops.h - loops around a place in C text, found by their words and brackets. */
#ifndef GRADER_REPORT_LOOPS_H
#define GRADER_REPORT_LOOPS_H

#include <stddef.h>

#include "grader/base/str.h"

struct loop_nest {
    size_t depth;   /* 0: no loop is there */
    unsigned first; /* the line where the outermost of them begins */
};

/*
 * The innermost loop that lies in or around the lines first … last, and the loops around it, at
 * most `most` of them from within. For wording only: macros that hide loops, goto and recursion
 * are not seen. Any bytes may come; comments and literals are skipped.
 */
struct loop_nest loops_around(struct str source, unsigned first, unsigned last, size_t most);

#endif
