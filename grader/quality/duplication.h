/* duplication.h - which stretches of the tokens are copies of earlier ones. */
#ifndef GRADER_QUALITY_DUPLICATION_H
#define GRADER_QUALITY_DUPLICATION_H

#include "grader/quality/tokens.h"

/* Measured: at 70 normalised tokens hardly a match is by chance; it is some ten lines. */
enum { DUPLICATION_WINDOW = 70, DUPLICATION_MAX = 50 };

/* The copy and what it is a copy of; lines of first and last token. */
struct repeat {
    unsigned file, first_line, last_line;
    unsigned of_file, of_first_line, of_last_line;
};

struct repeats {
    struct repeat list[DUPLICATION_MAX]; /* in the order of the text; the rest only counts */
    size_t count;
    size_t tokens_repeated; /* that lie in a copy */
};

/* Pure. Copies do not overlap what they are copies of, and lie within one file. */
void duplication_find(const struct tokens *tokens, struct arena *arena, struct repeats *out);

#endif
