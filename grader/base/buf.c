/* buf.c - bytes that grow up to a ceiling. */
#include "grader/base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/mem.h"

void buf_init(struct buf *buf, size_t ceiling_bytes)
{
    assert(buf && ceiling_bytes < SIZE_MAX / 4);
    *buf = (struct buf){ .ceiling = ceiling_bytes };
}

/* Room for size more bytes and a NUL, or the buffer breaks. */
static bool reserve(struct buf *buf, size_t size)
{
    assert(buf && buf->length <= buf->ceiling);
    if (buf->broken || size > buf->ceiling - buf->length) {
        buf->broken = true;
        return false;
    }
    size_t need = buf->length + size + 1;
    if (need <= buf->capacity)
        return true;
    size_t larger = buf->capacity ? buf->capacity : 256;
    while (larger < need)
        larger *= 2;
    buf->bytes = mem_resize(buf->bytes, larger);
    buf->capacity = larger;
    return true;
}

void buf_put(struct buf *buf, const void *bytes, size_t size)
{
    assert(bytes || size == 0);
    if (!reserve(buf, size))
        return;
    if (size > 0)
        memcpy(buf->bytes + buf->length, bytes, size);
    buf->length += size;
    buf->bytes[buf->length] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_put(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
    buf_put(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(length >= 0);
    if (reserve(buf, (size_t)length)) {
        vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
        buf->length += (size_t)length;
    }
    va_end(again);
}

bool buf_ok(const struct buf *buf)
{
    return !buf->broken;
}

const char *buf_text(const struct buf *buf)
{
    return buf->bytes ? buf->bytes : "";
}

void buf_clear(struct buf *buf)
{
    buf->length = 0;
    buf->broken = false;
    if (buf->bytes)
        buf->bytes[0] = '\0';
}

void buf_release(struct buf *buf)
{
    mem_free(buf->bytes);
    *buf = (struct buf){ 0 };
}
