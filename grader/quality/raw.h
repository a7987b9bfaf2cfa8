/* raw.h - what single tools say, before it is sorted, merged and worded. */
#ifndef GRADER_QUALITY_RAW_H
#define GRADER_QUALITY_RAW_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"
#include "grader/model/quality.h"
#include "grader/model/source.h"

enum { RAW_MAX = 4000, RAW_TEXT_MAX = 600 };

/* One complaint of one tool. Strings are in the arena, UTF-8 without NULs. */
struct raw_finding {
    const char *tool;  /* "gcc" */
    const char *label; /* the tool's own name of the check: "-Wanalyzer-double-free" */
    const char *file;  /* a path of the submission */
    unsigned line, column;
    const char *function; /* "" when the tool does not say */
    const char *message;  /* as the tool says it */
    unsigned origin_line; /* where the thing in question came from (an allocation); 0: unknown */
    const char *origin_file;
    struct quality_step steps[QUALITY_STEP_MAX];
    size_t step_count;
};

/* Growing, with a ceiling: what comes after RAW_MAX is passed over. */
struct raw_list {
    struct arena *arena;
    const struct source_set *sources; /* the candidate's: nothing else is kept */
    struct raw_finding *items;
    size_t count, capacity;
    const char *compile_error; /* gcc's first: "a.c:3:1: unknown type"; NULL: it compiles */
};

/* The submission's own spelling of a path that a tool printed ("./a.c" is "a.c"); NULL when it is
 * no file of the submission. */
const char *raw_own_path(const struct raw_list *list, struct str path);

/* A new element, or NULL when the list is full. */
struct raw_finding *raw_add(struct raw_list *list);

/* "FILE:LINE:COLUMN: REST" taken apart; false when it is not that or the file is not the
 * submission's. */
bool raw_place(const struct raw_list *list, struct str line, const char **out_file,
               unsigned *out_line, unsigned *out_column, struct str *out_rest);

/* A byte of a name in C, or of a longer character. */
bool raw_is_name_byte(char c);

/* How much of a word is a name that somebody wrote: gcc numbers the values of a variable ("_25",
 * "count_68"), and a number that no source has is not of the name. */
size_t raw_name_length(const struct raw_list *list, struct str word);

#endif
