/* screen.h - lines for a terminal: indents, wrapped text, colours that can be switched off. */
#ifndef GRADER_REPORT_SCREEN_H
#define GRADER_REPORT_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/buf.h"
#include "grader/base/str.h"
#include "grader/report/render.h"

enum style {
    STYLE_PLAIN,
    STYLE_STRONG,
    STYLE_FAINT,
    STYLE_GOOD,
    STYLE_BAD,
    STYLE_WARN,
    STYLE_ACCENT,
    STYLE_COUNT
};

/* Everything put here is escaped for a terminal; colours are the only control sequences. */
struct screen {
    struct buf *out; /* borrowed */
    size_t width;    /* columns */
    bool colour;
};

/* As the options say; NULL: plain, 80 columns. Never less than 40 or more than 160 of them. */
struct screen screen_make(const struct render_options *options, struct buf *out);

/* One line's worth of text in a style; returns the columns used. */
size_t screen_put(struct screen *screen, enum style style, const char *text);
/* At most `columns`, an ellipsis in the last when cut; returns the columns used. */
size_t screen_put_cut(struct screen *screen, enum style style, struct str text, size_t columns);
/* The same, then spaces up to `columns`. */
void screen_put_padded(struct screen *screen, enum style style, const char *text, size_t columns);
void screen_spaces(struct screen *screen, size_t count);
void screen_newline(struct screen *screen);

/*
 * Text broken at spaces so that no line passes the width; words longer than a line are cut in
 * pieces. The cursor stands at column `at`; further lines begin at `indent`. Ends with a newline.
 * More than SCREEN_TEXT_MAX columns are cut.
 */
void screen_put_wrapped(struct screen *screen, enum style style, const char *text, size_t at,
                        size_t indent);
enum { SCREEN_TEXT_MAX = 600 };

/* "██████░░░░": share (0 … 1) of `cells`; only a full share fills all, only 0 leaves all empty. */
void screen_put_bar(struct screen *screen, enum style style, double share, size_t cells);

#endif
