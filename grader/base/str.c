/* str.c - views of bytes, and questions about text. */
#include "grader/base/str.h"

#include <assert.h>
#include <string.h>

struct str str_of(const char *text)
{
    assert(text);
    return (struct str){ text, strlen(text) };
}

bool str_equal(struct str a, struct str b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool str_is(struct str a, const char *text)
{
    return str_equal(a, str_of(text));
}

bool str_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool str_ends(const char *text, const char *suffix)
{
    size_t n = strlen(text), m = strlen(suffix);
    return n >= m && memcmp(text + n - m, suffix, m) == 0;
}

bool str_next_line(struct str *rest, struct str *line)
{
    assert(rest && line);
    if (rest->length == 0)
        return false;
    const char *end = memchr(rest->at, '\n', rest->length);
    size_t length = end ? (size_t)(end - rest->at) : rest->length;
    *line = (struct str){ rest->at, length };
    size_t skip = end ? length + 1 : length;
    rest->at += skip;
    rest->length -= skip;
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool str_next_word(struct str *rest, struct str *word)
{
    size_t from = 0;
    while (from < rest->length && is_blank(rest->at[from]))
        from++;
    size_t to = from;
    while (to < rest->length && !is_blank(rest->at[to]))
        to++;
    *word = (struct str){ rest->at + from, to - from };
    *rest = (struct str){ rest->at + to, rest->length - to };
    return to > from;
}

long str_next_rune(struct str text, size_t *at)
{
    assert(*at < text.length);
    const unsigned char *p = (const unsigned char *)text.at + *at;
    size_t left = text.length - *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    size_t size = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    static const long least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    bool good = p[0] >= 0xc2 && p[0] <= 0xf4 && size <= left;
    long rune = good ? p[0] & (0xff >> (size + 1)) : 0;
    for (size_t i = 1; good && i < size; i++) {
        good = (p[i] & 0xc0) == 0x80;
        rune = rune << 6 | (p[i] & 0x3f);
    }
    good = good && rune >= least[size] && rune <= 0x10ffff && !(rune >= 0xd800 && rune <= 0xdfff);
    *at += good ? size : 1;
    return good ? rune : -1;
}

bool str_is_utf8(struct str text)
{
    for (size_t at = 0; at < text.length;)
        if (str_next_rune(text, &at) < 0)
            return false;
    return true;
}
