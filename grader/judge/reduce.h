/* reduce.h - an input becomes a smaller one by leaving parts of it out. */
#ifndef GRADER_JUDGE_REDUCE_H
#define GRADER_JUDGE_REDUCE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

/*
 * What may be left out follows from what an input looks like: of a first line that is the number of
 * all lines behind it, or of all words behind it, those, and the number is mended; of anything else
 * its lines. Whether what remains is an input is for the input validators to say.
 */
struct reducible {
    struct str *parts; /* lines with their newlines, or words */
    size_t count;
    bool has_count; /* the number of parts is a line in front of them */
    bool are_words; /* a blank between two of them, a newline at the end */
};

enum { REDUCE_BYTES_MAX = 1 << 20 };

/* Parts point into the input. */
void reduce_split(struct str input, struct arena *arena, struct reducible *out);

/* The input without `count` parts from `from` on; in the arena. */
struct str reduce_without(const struct reducible *input, size_t from, size_t count,
                          struct arena *arena);

#endif
