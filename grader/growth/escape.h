/* escape.h - what in a candidate's source could hide work, from the boxed reader's answer. */
#ifndef GRADER_GROWTH_ESCAPE_H
#define GRADER_GROWTH_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"
#include "grader/model/source.h"

/* Everything is borrowed for the call. */
struct escape_request {
    struct str answer;                /* of grader/code/worker.h, of all files in a row */
    size_t answers;                   /* how many files were asked about */
    const struct source_set *sources; /* of the candidate */
    const struct source_file *laid;   /* all files that the reader saw: what is among these, */
    size_t laid_count;                /* and not the candidate's, is the package's */
};

/*
 * The first thing that stands in a file of neither the package nor the system: "main.c:7: inline
 * assembly", or "". False: the answer is not whole, or not everything could be looked at; then *out
 * may be "" all the same. The text comes from a process that read hostile bytes: what is no such
 * line is passed over.
 */
bool escape_read(const struct escape_request *request, struct arena *arena, const char **out);

#endif
