/* str.h - views of bytes that somebody else owns, and questions about text. */
#ifndef GRADER_BASE_STR_H
#define GRADER_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/* Borrowed bytes; may hold NULs; not terminated. */
struct str {
    const char *at;
    size_t length;
};

struct str str_of(const char *text);
bool str_equal(struct str a, struct str b);
bool str_is(struct str a, const char *text);
bool str_starts(const char *text, const char *prefix);
bool str_ends(const char *text, const char *suffix);

/* Cuts the next line (without its newline) off the front of *rest; false when nothing is left. */
bool str_next_line(struct str *rest, struct str *line);

/* The same for a word between blanks and tabs. */
bool str_next_word(struct str *rest, struct str *word);

/* True for well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF). */
bool str_is_utf8(struct str text);

/*
 * Decodes one code point at *at (< length) and moves *at behind it; a malformed byte gives -1 and
 * moves by one.
 */
long str_next_rune(struct str text, size_t *at);

#endif
