/* buf.h - bytes that grow up to a ceiling; writers don't check, the reader checks once. */
#ifndef GRADER_BASE_BUF_H
#define GRADER_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"

/*
 * buf_init, any number of buf_put*, one buf_ok, buf_release. A put that would pass the ceiling
 * breaks the buffer once and for all: it and all later puts do nothing. `bytes` always has a NUL
 * behind `length` bytes once something was put.
 */
struct buf {
    char *bytes; /* owned */
    size_t length, capacity, ceiling;
    bool broken;
};

void buf_init(struct buf *buf, size_t ceiling_bytes);
void buf_put(struct buf *buf, const void *bytes, size_t size);
void buf_puts(struct buf *buf, const char *text);
void buf_putc(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);
bool buf_ok(const struct buf *buf) MUST_CHECK;
/* The text so far as a C string, "" when empty. Valid until the next put. */
const char *buf_text(const struct buf *buf);
void buf_clear(struct buf *buf);
void buf_release(struct buf *buf);
#define SCOPED_BUF SCOPED(buf_release) struct buf

#endif
