/* glob.h - the format's glob patterns: '*' within a name, {a,b}; no '**', no '?', no [..]. */
#ifndef GRADER_CATALOG_GLOB_H
#define GRADER_CATALOG_GLOB_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"

/* A pattern without braces is one alternative. Braces may be nested. */
struct glob {
    const char **alternatives; /* in the arena */
    size_t count;
};

enum { GLOB_ALTERNATIVE_MAX = 256, GLOB_PATTERN_MAX = 1024 };

/* False, and *out_why says why in words, when the pattern is wrong or too large. */
bool glob_parse(const char *pattern, struct arena *arena, struct glob *out, const char **out_why);

/* Whether the path or a folder above it matches: "accepted" and "acc*" match "accepted/a.c". */
bool glob_matches(const struct glob *glob, const char *path);

#endif
