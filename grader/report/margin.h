/* margin.h - what there is to say beside the lines of a source. */
#ifndef GRADER_REPORT_MARGIN_H
#define GRADER_REPORT_MARGIN_H

#include "grader/base/arena.h"
#include "grader/model/report.h"

struct margin_note {
    unsigned line; /* from 1 */
    enum remark_kind kind;
    const char *label;  /* "error", "warning", "actionable", "n^2" */
    const char *text;   /* (hostile) */
    const char *change; /* what to do; "" when nothing (hostile) */
    bool is_fact;       /* measured of the line, nothing to read: its class, whether it ran */
    unsigned last;      /* of a fact that holds to that line; 0: this line only */
};

/* The notes of one file. */
struct margin {
    struct margin_note *notes; /* by line; in the arena */
    size_t count;
};

/*
 * The compiler's diagnostics, what inspection found, and the remarks whose place ("main.c:12") is
 * in this file; a remark that only repeats what is said of its line is left out. Then, as
 * facts, the lines that do most of the work and those that no public test executes; where that was
 * not measured, those that never ran while the growth was.
 */
void margin_make(const struct report_problem *problem, const struct report_source *source,
                 struct arena *arena, struct margin *out);

/* The index of the source that "main.c:12" is in, and the line; false when it names none. */
bool margin_find(const struct report_problem *problem, const char *where, size_t *out_source,
                 unsigned *out_line);

#endif
