/* c_words.h - C text as a row of tokens that know their place. */
#ifndef GRADER_TEXT_C_WORDS_H
#define GRADER_TEXT_C_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

enum c_word_kind {
    C_WORD_NAME, /* keywords too */
    C_WORD_NUMBER,
    C_WORD_LITERAL, /* "text" or 'c' */
    C_WORD_MARK,    /* an operator or another byte */
};

struct c_word {
    enum c_word_kind kind;
    struct str text;       /* borrowed from the source */
    unsigned line, column; /* from 1; columns are bytes */
};

enum { C_WORDS_MAX = 1 << 20 }; /* what comes after is passed over */

struct c_words {
    struct c_word *list; /* in the arena */
    size_t count, capacity;
};

/*
 * Comments, white space and preprocessor lines are no tokens. Operators are taken as long as they
 * can be. Any bytes will do; no trigraphs, and a literal ends at the end of its line.
 */
void c_words_read(struct str source, struct arena *arena, struct c_words *out);

#endif
