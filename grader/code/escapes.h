/* escapes.h - what in a source could hide work from a counter, or a fault from a sanitizer. */
#ifndef GRADER_CODE_ESCAPES_H
#define GRADER_CODE_ESCAPES_H

#include "grader/code/unit.h"

/*
 * Read from the tree that clang makes, so it does not matter how it was written: a macro, pasted
 * tokens, _Pragma, `#pragma clang attribute`, [[gnu::…]], an included file. What stands in headers
 * of the system (below /usr/) is left out; what one of their macros makes of a source is not.
 */
enum escape_kind {
    ESCAPE_ASSEMBLY, /* statements and declarations of assembly, and names given to the assembler */
    ESCAPE_COUNTING, /* an attribute that switches counting off */
    ESCAPE_MEASURING, /* one that switches a sanitizer off */
    ESCAPE_PLACE,     /* one that says where a thing stands, or which of several runs, or when */
    ESCAPE_NAME,      /* a name of the counting itself */
    ESCAPE_KIND_COUNT
};

struct escape {
    enum escape_kind kind;
    struct unit_place at;
    const char *what; /* in words, one line: "an attribute that chooses a section (section)" */
};

typedef void escape_visitor(struct unit *unit, const struct escape *escape, void *context);

/* Every one, in the order of the source. `what` may name what the source names (hostile). */
void escapes_find(struct unit *unit, escape_visitor *visit, void *context);

#endif
