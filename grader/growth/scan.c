/* scan.c - the words of a source that could hide work, for where there is no tree to look at. */
#include "grader/growth/scan.h"

#include <ctype.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/text/plain.h"

/* ---- may there be something? ---- */

/* All that a source needs in order to write, or to put together, a word of the compiler's own. */
static const char *const openings[] = { "__", "asm", "ragma", "##", "%:", "[[", "<:" };

/* A line that goes on in the next one may cut a word in two. */
static bool has_spliced_line(struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t end = i + 1;
        while (text.at[i] == '\\' && end < text.length && isspace((unsigned char)text.at[end]))
            if (text.at[end++] == '\n')
                return true;
    }
    return false;
}

bool scan_may_escape(const struct source_set *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        struct str text = sources->files[i].bytes;
        if (has_spliced_line(text))
            return true;
        for (size_t k = 0; k < COUNT_OF(openings); k++)
            if (memmem(text.at, text.length, openings[k], strlen(openings[k])))
                return true;
    }
    return false;
}

/* ---- words ---- */

static const struct {
    const char *word, *what;
} words[] = {
    { "asm", "inline assembly" },
    { "__asm", "inline assembly" },
    { "__asm__", "inline assembly" },
    { "no_profile_instrument_function", "an attribute that switches counting off" },
    { "no_instrument_function", "an attribute that switches counting off" },
    { "no_sanitize", "an attribute that switches measuring off" },
    { "no_sanitize_coverage", "an attribute that switches measuring off" },
    { "section", "an attribute that chooses a section" },
    { "__section__", "an attribute that chooses a section" },
    { "naked", "a function without its own frame" },
    { "__llvm_prf_cnts", "the name of the counters" },
    { "__start___llvm_prf_cnts", "the name of the counters" },
    { "__stop___llvm_prf_cnts", "the name of the counters" },
    { "__sancov_lowest_stack", "the name of a counter" },
};

struct scanner {
    struct str text;
    size_t at;
    unsigned line;
    bool in_attribute; /* a "section" elsewhere is an ordinary name */
    bool in_pragma;    /* the next string is code: _Pragma("…") */
};

static char peek(const struct scanner *s, size_t ahead)
{
    return s->at + ahead < s->text.length ? s->text.at[s->at + ahead] : '\0';
}

static void step(struct scanner *s)
{
    s->line += s->text.at[s->at++] == '\n';
}

static void skip_comment(struct scanner *s)
{
    bool is_line = peek(s, 1) == '/';
    for (step(s), step(s); s->at < s->text.length; step(s)) {
        if (is_line && peek(s, 0) == '\n')
            return;
        if (!is_line && peek(s, 0) == '*' && peek(s, 1) == '/') {
            step(s);
            step(s);
            return;
        }
    }
}

static void skip_quoted(struct scanner *s, char quote)
{
    for (step(s); s->at < s->text.length && peek(s, 0) != quote && peek(s, 0) != '\n'; step(s))
        if (peek(s, 0) == '\\' && s->at + 1 < s->text.length)
            step(s);
    if (s->at < s->text.length)
        step(s);
}

/* The next word of the program's text; false at its end. */
static bool next_word(struct scanner *s, struct str *out)
{
    while (s->at < s->text.length) {
        char c = peek(s, 0);
        if (c == '/' && (peek(s, 1) == '/' || peek(s, 1) == '*')) {
            skip_comment(s);
        } else if (c == '"' && s->in_pragma) {
            s->in_pragma = false;
            step(s);
        } else if (c == '"' || c == '\'') {
            skip_quoted(s, c);
        } else if (isalpha((unsigned char)c) || c == '_') {
            size_t from = s->at;
            while (isalnum((unsigned char)peek(s, 0)) || peek(s, 0) == '_')
                s->at++;
            *out = (struct str){ s->text.at + from, s->at - from };
            return true;
        } else {
            if (c == ';' || c == '{')
                s->in_attribute = false;
            step(s);
        }
    }
    return false;
}

static const char *meaning(const struct scanner *s, struct str word)
{
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (str_is(word, words[i].word) && (s->in_attribute || strcmp(words[i].word, "section")))
            return words[i].what;
    return NULL;
}

const char *scan_words(const struct source_set *sources, struct arena *arena)
{
    enum { SHOWN_MAX = 120 };
    for (size_t i = 0; i < sources->count; i++) {
        const struct source_file *file = &sources->files[i];
        struct scanner scanner = { .text = file->bytes, .line = 1 };
        struct str word;
        while (next_word(&scanner, &word)) {
            scanner.in_pragma |= str_is(word, "_Pragma");
            if (str_is(word, "__attribute__") || str_is(word, "__attribute") ||
                str_is(word, "pragma") || scanner.in_pragma)
                scanner.in_attribute = true;
            const char *what = meaning(&scanner, word);
            if (what)
                return arena_printf(arena, "%s:%u: %s",
                                    plain_text(arena, str_of(file->path), SHOWN_MAX), scanner.line,
                                    what);
        }
    }
    return "";
}
