/* escape.h - bytes of unknown origin as safe text of a terminal, of HTML, JSON or Markdown. */
#ifndef GRADER_TEXT_ESCAPE_H
#define GRADER_TEXT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/buf.h"
#include "grader/base/str.h"

/*
 * Any bytes go in; what comes out is well-formed UTF-8 that neither moves a cursor nor turns the
 * direction of text nor hides anything. Called "shy" here: C0 and C1 controls, DEL, zero-width and
 * bidirectional format characters, line separators, tags, and code points that are no characters.
 *
 *   target    malformed byte   shy rune below U+0080, above   markup
 *   TERMINAL  \xff             \x1b, \u202e                   -
 *   HTML      \xff             \x1b, \u202e                   &amp; &lt; &gt; &quot; &#39;
 *   JSON      U+FFFD           \u001b, \u202e                 \" \\
 *   MARKDOWN  \xff             \x1b, \u202e                   &#42; for * and whatever else may
 * begin markup
 *
 * NUL counts as malformed in JSON. MARKDOWN is that of GitHub and CommonMark, in a line or between
 * <pre> and </pre>: a character that is written as a number begins nothing there (CommonMark 0.31,
 * 2.5). Behind @ and # comes an empty comment: GitHub makes links of names and numbers after that.
 * A newline is shown as \n, a tab as \t, unless the flag ESCAPE_LINES lets them pass (never in
 * JSON).
 */
enum escape_target { ESCAPE_TERMINAL, ESCAPE_HTML, ESCAPE_JSON, ESCAPE_MARKDOWN };
enum escape_flags { ESCAPE_NONE = 0, ESCAPE_LINES = 1 };

void escape_put(struct buf *buf, struct str text, enum escape_target target,
                enum escape_flags flags);

/*
 * At most `columns` columns of the escaped text; when more was there, the last column is an
 * ellipsis. Columns are those of a terminal: wide characters take two, combining marks none
 * (grader/text/width.h), and no more than four marks a column are let through. Returns the columns
 * used.
 */
size_t escape_put_cut(struct buf *buf, struct str text, enum escape_target target, size_t columns);

/* Columns that escape_put needs for the text on one line, TERMINAL or HTML. */
size_t escape_columns(struct str text);

/* Neither malformed bytes nor NUL: JSON can carry it without loss. */
bool escape_is_lossless(struct str text);

#endif
