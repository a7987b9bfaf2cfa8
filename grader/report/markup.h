/* markup.h - formats whose every argument is escaped; HTML's and Markdown's stand on it. */
#ifndef GRADER_REPORT_MARKUP_H
#define GRADER_REPORT_MARKUP_H

#include <stdarg.h>

#include "grader/base/buf.h"
#include "grader/text/escape.h"

/*
 * Directives: %s a C string, escaped; %.*s the same cut to int columns; %zu, %u numbers; %%.
 * Nothing else (asserted). The format is a literal of ours and goes out as it is.
 */
void markup_put(struct buf *out, enum escape_target target, const char *format, va_list args);

#endif
