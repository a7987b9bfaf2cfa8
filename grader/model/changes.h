/* changes.h - what differs between a report and an earlier one. */
#ifndef GRADER_MODEL_CHANGES_H
#define GRADER_MODEL_CHANGES_H

#include <stddef.h>
#include <stdint.h>

enum change_kind {
    CHANGE_WORSE,
    CHANGE_NEW,   /* something to mend that was not there */
    CHANGE_FIXED, /* something to mend that is gone */
    CHANGE_BETTER,
    CHANGE_OTHER, /* neither better nor worse */
    CHANGE_COUNT
};
/* "worse", "new", "fixed", "better", "changed". */
const char *change_kind_name(enum change_kind kind);

struct report_change {
    enum change_kind kind;
    const char *problem; /* its id; "" when it belongs to all; (hostile) */
    const char *what;    /* "points", "test secret/2-edge/01", a remark's text; (hostile) */
    const char *before;  /* "12 of 60", "WA"; "" when there was nothing; (hostile) */
    const char *after;   /* "" when nothing is left; (hostile) */
};

struct report_since {
    const char *commit; /* the earlier one; (hostile) */
    int64_t commit_when_s;
    int64_t graded_at_s; /* (measured) */
    double points, max_points;
    const char **notes; /* why a comparison says less than it seems to; (hostile) */
    size_t note_count;
    struct report_change *changes; /* by problem; within it as in enum change_kind, but for points
                                      and verdict, which come first */
    size_t change_count, changes_more;
};

#endif
