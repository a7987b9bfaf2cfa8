/* escape.c - bytes of unknown origin as safe text of a terminal, of HTML, JSON or Markdown. */
#include "grader/text/escape.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/text/width.h"

/* Combining marks take no column: cut text has at most this many for each. */
enum { MARKS_PER_COLUMN = 4 };

/* Unicode 15: what is invisible, moves text or is no character. */
static const struct {
    long first, last;
} shy[] = {
    { 0x00, 0x1f },       /* C0 */
    { 0x7f, 0x9f },       /* DEL and C1 */
    { 0xad, 0xad },       /* soft hyphen */
    { 0x61c, 0x61c },     /* Arabic letter mark */
    { 0x180e, 0x180e },   /* Mongolian vowel separator */
    { 0x200b, 0x200f },   /* zero width, left-to-right and right-to-left marks */
    { 0x2028, 0x202e },   /* line and paragraph separators, embeddings and overrides */
    { 0x2060, 0x206f },   /* word joiner, isolates, deprecated controls */
    { 0xfdd0, 0xfdef },   /* no characters */
    { 0xfeff, 0xfeff },   /* byte order mark */
    { 0xfff9, 0xfffb },   /* annotations */
    { 0xe0000, 0xe0fff }, /* tags and their neighbours */
};

static bool is_shy(long rune)
{
    if ((rune & 0xfffe) == 0xfffe)
        return true;
    for (size_t i = 0; i < COUNT_OF(shy); i++)
        if (rune >= shy[i].first && rune <= shy[i].last)
            return true;
    return false;
}

/* "\x1b", "\u202e": one rune or malformed byte as visible ASCII; returns its length. */
static size_t spell(char out[16], long rune, unsigned char byte)
{
    if (rune == '\n' || rune == '\t')
        return (size_t)snprintf(out, 16, "\\%c", rune == '\n' ? 'n' : 't');
    if (rune < 0x80)
        return (size_t)snprintf(out, 16, "\\x%02x", rune < 0 ? byte : (unsigned)rune);
    return (size_t)snprintf(out, 16, "\\u%04lx", (unsigned long)rune);
}

static size_t spell_json(char out[16], long rune)
{
    if (rune <= 0) /* malformed, or a NUL, which few readers of JSON survive */
        return (size_t)snprintf(out, 16, "\xef\xbf\xbd");
    if (rune < 0x10000)
        return (size_t)snprintf(out, 16, "\\u%04lx", (unsigned long)rune);
    unsigned long high = 0xd800 + ((unsigned long)(rune - 0x10000) >> 10);
    unsigned long low = 0xdc00 + ((unsigned long)(rune - 0x10000) & 0x3ff);
    return (size_t)snprintf(out, 16, "\\u%04lx\\u%04lx", high, low);
}

static const char *markup(long rune, enum escape_target target)
{
    static const struct {
        char c;
        enum escape_target target;
        const char *text;
    } table[] = {
        { '&', ESCAPE_HTML, "&amp;" },  { '<', ESCAPE_HTML, "&lt;" },
        { '>', ESCAPE_HTML, "&gt;" },   { '"', ESCAPE_HTML, "&quot;" },
        { '\'', ESCAPE_HTML, "&#39;" }, { '"', ESCAPE_JSON, "\\\"" },
        { '\\', ESCAPE_JSON, "\\\\" },  { '\n', ESCAPE_JSON, "\\n" },
        { '\t', ESCAPE_JSON, "\\t" },
    };
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (table[i].target == target && table[i].c == rune)
            return table[i].text;
    return NULL;
}

/* What may begin markup in Markdown. A full stop does between letters ("www.x.org") and after a
 * number, so one that ends a word stays. */
static bool begins_markdown(long rune, struct str text, size_t next)
{
    if (rune == '.')
        return next < text.length && text.at[next] != ' ' && text.at[next] != '\n';
    return rune > 0 && rune < 0x80 && strchr("&<>`*_~[]!|\\@#$:+-=^\"", (int)rune);
}

static void put_markdown(struct buf *buf, char c)
{
    buf_printf(buf, "&#%d;%s", c, c == '@' || c == '#' ? "<!-- -->" : "");
}

/* One rune or malformed byte from *at; returns the columns it takes. */
static size_t put_one(struct buf *buf, struct str text, size_t *at, enum escape_target target,
                      enum escape_flags flags)
{
    size_t start = *at;
    long rune = str_next_rune(text, at);
    const char *replacement = markup(rune, target);
    if (replacement) {
        buf_puts(buf, replacement);
        return 1;
    }
    if (target == ESCAPE_MARKDOWN && begins_markdown(rune, text, *at)) {
        put_markdown(buf, (char)rune);
        return 1;
    }
    bool passes = target != ESCAPE_JSON && (flags & ESCAPE_LINES) && (rune == '\n' || rune == '\t');
    if (rune >= 0 && (passes || !is_shy(rune))) {
        buf_put(buf, text.at + start, *at - start);
        return width_of_rune(rune);
    }
    char word[16];
    size_t length = target == ESCAPE_JSON ? spell_json(word, rune)
                                          : spell(word, rune, (unsigned char)text.at[start]);
    if (target == ESCAPE_MARKDOWN)
        put_markdown(buf, word[0]); /* the backslash */
    size_t skip = target == ESCAPE_MARKDOWN;
    buf_put(buf, word + skip, length - skip);
    return length;
}

void escape_put(struct buf *buf, struct str text, enum escape_target target,
                enum escape_flags flags)
{
    for (size_t at = 0; at < text.length;)
        put_one(buf, text, &at, target, flags);
}

static size_t columns_of_one(struct str text, size_t *at)
{
    size_t start = *at;
    long rune = str_next_rune(text, at);
    char word[16];
    return rune >= 0 && !is_shy(rune) ? width_of_rune(rune)
                                      : spell(word, rune, (unsigned char)text.at[start]);
}

size_t escape_columns(struct str text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.length;)
        columns += columns_of_one(text, &at);
    return columns;
}

size_t escape_put_cut(struct buf *buf, struct str text, enum escape_target target, size_t columns)
{
    assert(target != ESCAPE_JSON);
    size_t used = 0, marks = 0;
    for (size_t at = 0; at < text.length;) {
        size_t next = at;
        size_t needs = columns_of_one(text, &next);
        bool is_last = next == text.length;
        marks += needs == 0;
        if (used + needs + (is_last ? 0 : 1) > columns || marks > MARKS_PER_COLUMN * columns) {
            if (columns > used) {
                buf_puts(buf, "\xe2\x80\xa6");
                used++;
            }
            return used;
        }
        used += put_one(buf, text, &at, target, ESCAPE_NONE);
    }
    return used;
}

bool escape_is_lossless(struct str text)
{
    return str_is_utf8(text) && (text.length == 0 || !memchr(text.at, '\0', text.length));
}
