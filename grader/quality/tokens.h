/* tokens.h - C source as a row of normalised tokens, for comparing. */
#ifndef GRADER_QUALITY_TOKENS_H
#define GRADER_QUALITY_TOKENS_H

#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

enum { TOKENS_MAX = 1 << 20 };

struct token {
    uint32_t word; /* equal words, equal tokens: all names are one (but of functions that are
                      called), all numbers, all texts */
    unsigned file, line;
};

/* Growing; what comes after TOKENS_MAX is passed over. */
struct tokens {
    struct token *list; /* in the arena */
    size_t count, capacity;
};

/*
 * Adds the tokens of one file. Comments, white space and preprocessor lines are none; a list of
 * literals ("1, 2, 3") counts as its first, for a table of numbers is no copy of itself. Any bytes
 * will do: what C does not know is a token of one byte.
 */
void tokens_read(struct str source, unsigned file, struct arena *arena, struct tokens *into);

#endif
