/* c_words.c - C text as a row of tokens that know their place. */
#include "grader/text/c_words.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "grader/base/attr.h"

/* Longer ones first. */
static const char *const marks[] = {
    "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=",
    "&&",  "||",  "+=",  "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##",
};

struct reading {
    struct str source;
    size_t at, line_start;
    unsigned line;
    bool begins_line; /* nothing but white space so far */
    struct arena *arena;
    struct c_words *out;
};

static char peek(const struct reading *r, size_t ahead)
{
    return r->at + ahead < r->source.length ? r->source.at[r->at + ahead] : '\0';
}

static bool at_end(const struct reading *r)
{
    return r->at >= r->source.length;
}

static void step(struct reading *r)
{
    if (peek(r, 0) == '\n') {
        r->line++;
        r->line_start = r->at + 1;
        r->begins_line = true;
    }
    r->at++;
}

static bool is_of_name(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (c & 0x80);
}

/* ---- what is no token ---- */

static bool skip_comment(struct reading *r)
{
    if (peek(r, 0) != '/' || (peek(r, 1) != '*' && peek(r, 1) != '/'))
        return false;
    bool is_line = peek(r, 1) == '/';
    for (step(r), step(r); !at_end(r); step(r)) {
        if (is_line && peek(r, 0) == '\n')
            return true;
        if (!is_line && peek(r, 0) == '*' && peek(r, 1) == '/') {
            step(r);
            step(r);
            return true;
        }
    }
    return true;
}

static bool skip_directive(struct reading *r)
{
    if (!r->begins_line || peek(r, 0) != '#')
        return false;
    while (!at_end(r) && peek(r, 0) != '\n') {
        if (skip_comment(r))
            continue;
        if (peek(r, 0) == '\\' && peek(r, 1) == '\n')
            step(r);
        step(r);
    }
    return true;
}

/* ---- what is one ---- */

static size_t length_of_literal(const struct reading *r)
{
    size_t length = 1;
    char quote = peek(r, 0);
    while (r->at + length < r->source.length && peek(r, length) != quote && peek(r, length) != '\n')
        length += peek(r, length) == '\\' ? 2 : 1;
    length += peek(r, length) == quote;
    size_t left = r->source.length - r->at;
    return length < left ? length : left;
}

/* A preprocessing number, with the sign of its exponent. */
static size_t length_of_number(const struct reading *r)
{
    size_t length = 1;
    while (
        is_of_name(peek(r, length)) || peek(r, length) == '.' ||
        ((peek(r, length) == '+' || peek(r, length) == '-') && strchr("eEpP", peek(r, length - 1))))
        length++;
    return length;
}

static size_t length_of_name(const struct reading *r)
{
    size_t length = 0;
    while (is_of_name(peek(r, length)))
        length++;
    return length;
}

static size_t length_of_mark(const struct reading *r)
{
    const char *at = r->source.at + r->at;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        size_t length = strlen(marks[i]);
        if (length <= r->source.length - r->at && memcmp(at, marks[i], length) == 0)
            return length;
    }
    return 1;
}

static void read_token(struct reading *r)
{
    char c = peek(r, 0);
    struct c_words *out = r->out;
    struct c_word word = { .line = r->line, .column = (unsigned)(r->at - r->line_start) + 1 };
    size_t length;
    if (c == '"' || c == '\'') {
        word.kind = C_WORD_LITERAL;
        length = length_of_literal(r);
    } else if (isdigit((unsigned char)c) || (c == '.' && isdigit((unsigned char)peek(r, 1)))) {
        word.kind = C_WORD_NUMBER;
        length = length_of_number(r);
    } else if (is_of_name(c)) {
        word.kind = C_WORD_NAME;
        length = length_of_name(r);
    } else {
        word.kind = C_WORD_MARK;
        length = length_of_mark(r);
    }
    word.text = (struct str){ r->source.at + r->at, length };
    if (out->count < C_WORDS_MAX) {
        out->list = arena_grow(r->arena, out->list, out->count, &out->capacity, sizeof word);
        out->list[out->count++] = word;
    }
    while (length-- > 0)
        step(r);
    r->begins_line = false;
}

void c_words_read(struct str source, struct arena *arena, struct c_words *out)
{
    assert(arena && out);
    *out = (struct c_words){ 0 };
    struct reading r = { source, 0, 0, 1, true, arena, out };
    while (!at_end(&r)) {
        if (isspace((unsigned char)peek(&r, 0)))
            step(&r);
        else if (!skip_comment(&r) && !skip_directive(&r))
            read_token(&r);
    }
}
