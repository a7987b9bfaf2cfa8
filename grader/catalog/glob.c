/* glob.c - the format's glob patterns. */
#include "grader/catalog/glob.h"

#include <string.h>

#include "grader/base/str.h"

/*
 * Braces are expanded first, leftmost outermost pair by pair: "a{b,c{d,e}}" becomes "ab" and
 * "ac{d,e}", and the latter goes back into the list, until no alternative has a brace. The list
 * grows at its end and is read from its front, so there is no recursion and one ceiling.
 */
struct expansion {
    struct arena *arena;
    struct glob done;
    const char *waiting[GLOB_ALTERNATIVE_MAX];
    size_t read, written;
    const char *why;
};

static bool fail(struct expansion *expansion, const char *why)
{
    expansion->why = why;
    return false;
}

static bool push(struct expansion *expansion, const char *pattern)
{
    if (expansion->written == GLOB_ALTERNATIVE_MAX)
        return fail(expansion, "it has too many alternatives");
    expansion->waiting[expansion->written++] = pattern;
    return true;
}

/* Pushes head + text[from, to) + tail. */
static bool push_alternative(struct expansion *expansion, struct str head, struct str part,
                             const char *tail)
{
    if (head.length + part.length + strlen(tail) > GLOB_PATTERN_MAX)
        return fail(expansion, "it is too long");
    return push(expansion, arena_printf(expansion->arena, "%.*s%.*s%s", (int)head.length, head.at,
                                        (int)part.length, part.at, tail));
}

/* The brace that closes the one at `open`, or NULL. */
static const char *closing_brace(const char *open)
{
    size_t depth = 0;
    for (const char *at = open; *at; at++) {
        depth += *at == '{';
        depth -= *at == '}';
        if (depth == 0)
            return at;
    }
    return NULL;
}

static bool expand_braces(struct expansion *expansion, const char *pattern, const char *open)
{
    const char *close = closing_brace(open);
    if (!close)
        return fail(expansion, "a brace is not closed");
    struct str head = { pattern, (size_t)(open - pattern) };
    size_t depth = 0;
    const char *begin = open + 1;
    for (const char *at = begin; at <= close; at++) {
        if ((*at == ',' && depth == 0) || at == close) {
            struct str part = { begin, (size_t)(at - begin) };
            if (!push_alternative(expansion, head, part, close + 1))
                return false;
            begin = at + 1;
        }
        depth += *at == '{';
        depth -= *at == '}' && depth > 0;
    }
    return true;
}

static bool expand_one(struct expansion *expansion, const char *pattern)
{
    const char *open = strpbrk(pattern, "{}");
    if (open && *open == '}')
        return fail(expansion, "a brace is closed that was not opened");
    if (open)
        return expand_braces(expansion, pattern, open);
    if (strstr(pattern, "**"))
        return fail(expansion, "'**' is not part of the format");
    if (strpbrk(pattern, "[]?"))
        return fail(expansion, "'[', ']' and '?' are not part of the format");
    expansion->done.alternatives[expansion->done.count++] = pattern;
    return true;
}

bool glob_parse(const char *pattern, struct arena *arena, struct glob *out, const char **out_why)
{
    struct expansion expansion = { .arena = arena };
    expansion.done.alternatives = ARENA_ARRAY(arena, GLOB_ALTERNATIVE_MAX, const char *);
    bool good = strlen(pattern) <= GLOB_PATTERN_MAX ? push(&expansion, pattern)
                                                    : fail(&expansion, "it is too long");
    while (good && expansion.read < expansion.written)
        good = expand_one(&expansion, expansion.waiting[expansion.read++]);
    if (good)
        *out = expansion.done;
    else
        *out_why = expansion.why;
    return good;
}

/* One name against one part of a pattern; on a mismatch the last '*' takes one byte more, so the
 * work is at most their product. */
static bool matches_part(struct str pattern, struct str name)
{
    size_t p = 0, n = 0, star = 0, resume = 0;
    bool has_star = false;
    while (n < name.length) {
        if (p < pattern.length && pattern.at[p] == '*') {
            has_star = true;
            star = ++p;
            resume = n;
        } else if (p < pattern.length && pattern.at[p] == name.at[n]) {
            p++;
            n++;
        } else if (has_star) {
            p = star;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.length && pattern.at[p] == '*')
        p++;
    return p == pattern.length;
}

/* Cuts the part up to the next '/' off the front of *rest. */
static struct str next_part(const char **rest)
{
    size_t length = strcspn(*rest, "/");
    struct str part = { *rest, length };
    *rest += length + ((*rest)[length] == '/');
    return part;
}

static bool matches_alternative(const char *pattern, const char *path)
{
    if (*pattern == '\0')
        return false;
    while (*pattern) {
        if (*path == '\0' || !matches_part(next_part(&pattern), next_part(&path)))
            return false;
    }
    return true;
}

bool glob_matches(const struct glob *glob, const char *path)
{
    for (size_t i = 0; i < glob->count; i++)
        if (matches_alternative(glob->alternatives[i], path))
            return true;
    return false;
}
