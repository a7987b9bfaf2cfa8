/* md.h - Markdown whose every argument is escaped, and parts that may not make it too long. */
#ifndef GRADER_REPORT_MD_H
#define GRADER_REPORT_MD_H

#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/base/str.h"

/* A document that is being written. */
struct md {
    struct buf *out;  /* borrowed */
    size_t allowed;   /* bytes of out that parts (md_part) may fill */
    size_t *left_out; /* parts that did not fit; borrowed */
};

/* As html_put, for Markdown. */
void md_put(struct md *md, const char *format, ...) PRINTF_LIKE(2, 3);

/* Our own words and figures, as they are; nothing that comes from outside. */
void md_puts(struct md *md, const char *text);

/* Bytes as the content of <pre>, where line ends and tabs count. */
void md_put_bytes(struct md *md, struct str bytes);

/* Bytes on one line, cut to columns. */
void md_put_cut(struct md *md, struct str bytes, size_t columns);

/* "[Read on](<https://…>)"; nothing for an address that isn't plain https. */
void md_put_link(struct md *md, const char *address);

/* A part that the document can do without: written when it fits into what is allowed, else counted.
 */
void md_part(struct md *md, void (*put)(struct md *, const void *), const void *subject);

#endif
