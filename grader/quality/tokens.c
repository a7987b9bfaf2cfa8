/* tokens.c - C source as a row of normalised tokens, for comparing. */
#include "grader/quality/tokens.h"

#include <stdbool.h>
#include <string.h>

#include "grader/base/attr.h"

/* Words below 256 are bytes; a keyword is KEYWORD + its index. */
enum { WORD_NAME = 256, WORD_NUMBER, WORD_TEXT, WORD_CHARACTER, WORD_KEYWORD };
/* A function that is called keeps its name: what calls different functions is no copy. */
static const uint32_t word_call = UINT32_C(1) << 31;

static const char *const keywords[] = {
    "auto",   "break",  "case",    "char",   "const",    "continue", "default",  "do",
    "double", "else",   "enum",    "extern", "float",    "for",      "goto",     "if",
    "inline", "int",    "long",    "return", "short",    "signed",   "sizeof",   "static",
    "struct", "switch", "typedef", "union",  "unsigned", "void",     "volatile", "while",
};

struct reading {
    struct str source;
    size_t at;
    unsigned file, line;
    unsigned depth; /* of braces */
    bool at_line_start;
    uint32_t last_name; /* hash */
    struct arena *arena;
    struct tokens *into;
};

static char peek(const struct reading *r, size_t ahead)
{
    return r->at + ahead < r->source.length ? r->source.at[r->at + ahead] : '\0';
}

static void step(struct reading *r)
{
    if (r->source.at[r->at] == '\n') {
        r->line++;
        r->at_line_start = true;
    }
    r->at++;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name_byte(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (c & 0x80) != 0;
}

static bool is_literal(uint32_t word)
{
    return word == WORD_NUMBER || word == WORD_TEXT || word == WORD_CHARACTER;
}

static void add(struct reading *r, uint32_t word, unsigned line)
{
    struct tokens *into = r->into;
    if (into->count == TOKENS_MAX)
        return;
    /* "literal , literal": the list is its first. */
    if (is_literal(word) && into->count >= 2 && into->list[into->count - 1].word == ',' &&
        is_literal(into->list[into->count - 2].word)) {
        into->count--;
        return;
    }
    into->list = arena_grow(r->arena, into->list, into->count, &into->capacity, sizeof *into->list);
    into->list[into->count++] = (struct token){ word, r->file, line };
}

/* ---- what is no token ---- */

static bool skip_comment(struct reading *r)
{
    if (peek(r, 0) != '/' || (peek(r, 1) != '*' && peek(r, 1) != '/'))
        return false;
    bool is_line = peek(r, 1) == '/';
    r->at += 2;
    while (r->at < r->source.length) {
        if (is_line && peek(r, 0) == '\n')
            return true;
        if (!is_line && peek(r, 0) == '*' && peek(r, 1) == '/') {
            r->at += 2;
            return true;
        }
        step(r);
    }
    return true;
}

static bool skip_directive(struct reading *r)
{
    if (!r->at_line_start || peek(r, 0) != '#')
        return false;
    while (r->at < r->source.length && peek(r, 0) != '\n') {
        if (peek(r, 0) == '\\' && peek(r, 1) == '\n')
            step(r);
        if (!skip_comment(r))
            step(r);
    }
    return true;
}

/* ---- what is one ---- */

static void read_quoted(struct reading *r)
{
    unsigned line = r->line;
    char quote = peek(r, 0);
    r->at++;
    while (r->at < r->source.length && peek(r, 0) != quote && peek(r, 0) != '\n') {
        if (peek(r, 0) == '\\' && r->at + 1 < r->source.length)
            step(r);
        step(r);
    }
    if (r->at < r->source.length && peek(r, 0) == quote)
        r->at++;
    add(r, quote == '"' ? WORD_TEXT : WORD_CHARACTER, line);
}

static void read_number(struct reading *r)
{
    while (is_name_byte(peek(r, 0)) || peek(r, 0) == '.' ||
           ((peek(r, 0) == '+' || peek(r, 0) == '-') && strchr("eEpP", r->source.at[r->at - 1])))
        r->at++;
    add(r, WORD_NUMBER, r->line);
}

/* FNV-1a, G. Fowler, L. C. Noll, K.-P. Vo */
static uint32_t hash_name(struct str name)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < name.length; i++)
        hash = (hash ^ (unsigned char)name.at[i]) * 16777619u;
    return hash;
}

static void read_name(struct reading *r)
{
    size_t from = r->at;
    while (is_name_byte(peek(r, 0)))
        r->at++;
    struct str name = { r->source.at + from, r->at - from };
    for (size_t i = 0; i < COUNT_OF(keywords); i++)
        if (str_is(name, keywords[i])) {
            add(r, WORD_KEYWORD + (uint32_t)i, r->line);
            return;
        }
    r->last_name = hash_name(name);
    add(r, WORD_NAME, r->line);
}

static void read_sign(struct reading *r, char c)
{
    struct token *last = r->into->count > 0 ? &r->into->list[r->into->count - 1] : NULL;
    if (c == '(' && r->depth > 0 && last && last->word == WORD_NAME)
        last->word = word_call | r->last_name;
    r->depth += c == '{';
    r->depth -= c == '}' && r->depth > 0;
    add(r, (unsigned char)c, r->line);
    r->at++;
}

static void read_token(struct reading *r)
{
    char c = peek(r, 0);
    r->at_line_start = false;
    if (c == '"' || c == '\'') {
        read_quoted(r);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(r, 1)))) {
        r->at++;
        read_number(r);
    } else if (is_name_byte(c)) {
        read_name(r);
    } else {
        read_sign(r, c);
    }
}

void tokens_read(struct str source, unsigned file, struct arena *arena, struct tokens *into)
{
    struct reading r = { .source = source,
                         .file = file,
                         .line = 1,
                         .at_line_start = true,
                         .arena = arena,
                         .into = into };
    while (r.at < source.length) {
        char c = peek(&r, 0);
        if (c == ' ' || (c >= '\t' && c <= '\r'))
            step(&r);
        else if (!skip_comment(&r) && !skip_directive(&r))
            read_token(&r);
    }
}
