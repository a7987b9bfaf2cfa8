/* wrap.c - where to break a line of text. */
#include "grader/text/wrap.h"

#include <assert.h>

#include "grader/text/escape.h"
#include "grader/text/width.h"

enum { PARAGRAPH_BYTES_MAX = 64 * 1024 };

static size_t bytes_in_columns(struct str text, size_t columns)
{
    size_t at = 0, used = 0;
    while (at < text.length) {
        size_t next = at;
        used += width_of_rune(str_next_rune(text, &next));
        if (used > columns && at > 0)
            break;
        at = next;
    }
    return at;
}

size_t wrap_length(struct str text, size_t columns)
{
    size_t fits = bytes_in_columns(text, columns);
    if (fits == text.length || text.at[fits] == ' ')
        return fits;
    for (size_t i = fits; i > 0; i--)
        if (text.at[i - 1] == ' ')
            return i - 1;
    return fits;
}

void wrap_put(struct buf *buf, const char *text, size_t indent, size_t width)
{
    assert(indent < width);
    SCOPED_BUF safe;
    buf_init(&safe, PARAGRAPH_BYTES_MAX);
    escape_put(&safe, str_of(text), ESCAPE_TERMINAL, ESCAPE_NONE);
    struct str rest = { buf_text(&safe), safe.length };
    do {
        size_t length = wrap_length(rest, width - indent);
        buf_printf(buf, "%*s", (int)indent, "");
        buf_put(buf, rest.at, length);
        buf_putc(buf, '\n');
        while (length < rest.length && rest.at[length] == ' ')
            length++;
        rest = (struct str){ rest.at + length, rest.length - length };
    } while (rest.length > 0);
}
