/* wrap.h - where to break a line of text. */
#ifndef GRADER_TEXT_WRAP_H
#define GRADER_TEXT_WRAP_H

#include <stddef.h>

#include "grader/base/buf.h"
#include "grader/base/str.h"

/*
 * Bytes of `text` (well-formed, without control characters: as escape_put leaves it) that belong on
 * a line of `columns`: up to the last space that fits, or as much as fits of a word that is longer
 * than the line, at least one rune. Not 0 unless text begins with a space or is empty.
 */
size_t wrap_length(struct str text, size_t columns);

/* Text (any bytes; escaped for a terminal) in lines of at most `width` columns, each behind
 * `indent` spaces; ends with a newline. indent < width. */
void wrap_put(struct buf *buf, const char *text, size_t indent, size_t width);

#endif
