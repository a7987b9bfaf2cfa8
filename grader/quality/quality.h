/* quality.h - sources become what inspection finds in them. */
#ifndef GRADER_QUALITY_QUALITY_H
#define GRADER_QUALITY_QUALITY_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/quality.h"
#include "grader/model/source.h"
#include "grader/quality/marks.h"
#include "grader/quality/sanitize.h"
#include "grader/run/runner.h"

/* Everything is borrowed for the call. */
struct quality_request {
    const char *name;                 /* for messages */
    const struct source_set *sources; /* the candidate's own: findings are in these alone */
    const struct source_file *files;  /* all that is laid: these, and what comes with the problem */
    size_t file_count;
    const char *const *compiled; /* paths of the own .c files */
    size_t compiled_count;
    const char *executable; /* of the grader, which becomes the boxed reader of code */
    struct quality_marks marks;
    const struct sanitize_input *sanitize; /* NULL: there is nothing to run */
};

/*
 * Runs every pass in a box of its own, under its own limit of CPU time. A pass whose tool is not
 * installed, runs out of its limit or can't understand the source says so in *out and the others go
 * on. Strings in *out are in the arena, static or borrowed from the sources.
 * False, *out left alone: ERR_FAULT, the box can't be made.
 */
bool quality_inspect(struct runner *runner, const struct quality_request *request,
                     struct arena *arena, struct quality *out, struct err *err) MUST_CHECK;

#endif
