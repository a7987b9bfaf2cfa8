/* c_tokens.h - words and marks of C text, without comments and literals. */
#ifndef GRADER_TEXT_C_TOKENS_H
#define GRADER_TEXT_C_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/base/str.h"

/* { text, 0, 1 } begins at the start. Borrows the text, which may hold any bytes. */
struct c_tokens {
    struct str text;
    size_t at;
    unsigned line;
};

/* A word (name, keyword or number), or one mark: whatever else is not white space. */
struct c_token {
    struct str word; /* length 0: it is a mark */
    char mark;
    unsigned line; /* from 1 */
};

/* The next one; false at the end. For looking only: no preprocessor, no trigraphs, and a literal
 * ends at the end of its line. */
bool c_tokens_next(struct c_tokens *tokens, struct c_token *out) MUST_CHECK;

#endif
