/* screen.c - lines for a terminal. */
#include "grader/report/screen.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/text/escape.h"
#include "grader/text/wrap.h"

static const char *const sequences[] = {
    [STYLE_PLAIN] = "",          [STYLE_STRONG] = "\x1b[1m", [STYLE_FAINT] = "\x1b[2m",
    [STYLE_GOOD] = "\x1b[32m",   [STYLE_BAD] = "\x1b[31m",   [STYLE_WARN] = "\x1b[33m",
    [STYLE_ACCENT] = "\x1b[36m",
};
static_assert(COUNT_OF(sequences) == STYLE_COUNT, "one sequence per style");

static void begin(struct screen *screen, enum style style)
{
    if (screen->colour)
        buf_puts(screen->out, sequences[style]);
}

static void end(struct screen *screen, enum style style)
{
    if (screen->colour && style != STYLE_PLAIN)
        buf_puts(screen->out, "\x1b[0m");
}

size_t screen_put_cut(struct screen *screen, enum style style, struct str text, size_t columns)
{
    begin(screen, style);
    size_t used = escape_put_cut(screen->out, text, ESCAPE_TERMINAL, columns);
    end(screen, style);
    return used;
}

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 40, WIDTH_MOST = 160 };

struct screen screen_make(const struct render_options *options, struct buf *out)
{
    size_t width = options && options->width ? options->width : WIDTH_DEFAULT;
    width = width < WIDTH_LEAST ? WIDTH_LEAST : width;
    return (struct screen){ out, width > WIDTH_MOST ? WIDTH_MOST : width,
                            options && options->colour };
}

size_t screen_put(struct screen *screen, enum style style, const char *text)
{
    return screen_put_cut(screen, style, str_of(text), SCREEN_TEXT_MAX);
}

void screen_put_padded(struct screen *screen, enum style style, const char *text, size_t columns)
{
    screen_spaces(screen, columns - screen_put_cut(screen, style, str_of(text), columns));
}

void screen_spaces(struct screen *screen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_putc(screen->out, ' ');
}

void screen_newline(struct screen *screen)
{
    buf_putc(screen->out, '\n');
}

void screen_put_wrapped(struct screen *screen, enum style style, const char *text, size_t at,
                        size_t indent)
{
    assert(indent < screen->width);
    SCOPED_BUF safe;
    buf_init(&safe, (size_t)SCREEN_TEXT_MAX * 4 + 16);
    escape_put_cut(&safe, str_of(text), ESCAPE_TERMINAL, SCREEN_TEXT_MAX);
    struct str rest = { buf_text(&safe), safe.length };
    for (;;) {
        size_t length = wrap_length(rest, at < screen->width ? screen->width - at : 1);
        begin(screen, style);
        buf_put(screen->out, rest.at, length);
        end(screen, style);
        screen_newline(screen);
        while (length < rest.length && rest.at[length] == ' ')
            length++;
        rest = (struct str){ rest.at + length, rest.length - length };
        if (rest.length == 0)
            return;
        screen_spaces(screen, indent);
        at = indent;
    }
}

void screen_put_bar(struct screen *screen, enum style style, double share, size_t cells)
{
    assert(share >= 0 && share <= 1 && cells >= 2);
    size_t full = (size_t)(share * (double)cells + 0.5);
    if (share > 0 && full == 0)
        full = 1;
    if (share < 1 && full == cells)
        full = cells - 1;
    begin(screen, style);
    for (size_t i = 0; i < full; i++)
        buf_puts(screen->out, "\xe2\x96\x88");
    end(screen, style);
    begin(screen, STYLE_FAINT);
    for (size_t i = full; i < cells; i++)
        buf_puts(screen->out, "\xe2\x96\x91");
    end(screen, STYLE_FAINT);
}
