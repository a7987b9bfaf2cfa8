/* html.h - markup whose every argument is escaped, and parts that may not make a page too big. */
#ifndef GRADER_REPORT_HTML_H
#define GRADER_REPORT_HTML_H

#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/base/str.h"

/* A page that is being written. */
struct page {
    struct buf *out; /* borrowed */
    size_t allowed;  /* bytes of out that parts (html_part) may fill */
};

/*
 * Markup with arguments. Directives: %s a C string, escaped; %.*s the same cut to int columns; %zu,
 * %u numbers; %%. Nothing else (asserted): whatever comes from outside can't be anything but text.
 * The format is a literal.
 */
void html_put(struct page *page, const char *format, ...) PRINTF_LIKE(2, 3);

/* Bytes as the content of an element where line ends and tabs count (<pre>). */
void html_put_bytes(struct page *page, struct str bytes);

/* Bytes on one line, cut to columns. */
void html_put_cut(struct page *page, struct str bytes, size_t columns);

/*
 * A part that the page can do without: written only when it fits into what is allowed; otherwise a
 * note says that `what` ("The source") is in report.json.
 */
void html_part(struct page *page, const char *what, void (*put)(struct page *, const void *),
               const void *subject);

#endif
