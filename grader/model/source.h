/* source.h - source files as data: of a candidate, of a package's submission, generator or
 * validator. */
#ifndef GRADER_MODEL_SOURCE_H
#define GRADER_MODEL_SOURCE_H

#include <stddef.h>

#include "grader/base/str.h"

/* path is relative to the program's own folder, uses '/', has no "." or ".." part and no leading
 * '/'. */
struct source_file {
    const char *path; /* in the arena of its owner */
    struct str bytes; /* in the same arena */
};

struct source_set {
    const char *name; /* "accepted/reference.c", "lrucache": for messages */
    struct source_file *files;
    size_t count;
};

#endif
