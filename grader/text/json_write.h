/* json_write.h - JSON into a buffer: fixed order, two spaces an indent, always valid. */
#ifndef GRADER_TEXT_JSON_WRITE_H
#define GRADER_TEXT_JSON_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/buf.h"
#include "grader/base/str.h"

/*
 * { &buf } is a writer. Open and close in pairs; key is NULL for the root and for elements of a
 * list. Ceilings are the buffer's: check buf_ok at the end. Same calls, same bytes, in any locale.
 */
struct json_writer {
    struct buf *buf;
    unsigned depth;
    bool has_sibling;
};

void json_open(struct json_writer *writer, const char *key, char bracket);
void json_close(struct json_writer *writer, char bracket);

/* Malformed bytes and NULs, and only they, become U+FFFD. */
void json_put_text(struct json_writer *writer, const char *key, struct str text);
void json_put_flag(struct json_writer *writer, const char *key, bool value);
void json_put_null(struct json_writer *writer, const char *key);
void json_put_whole(struct json_writer *writer, const char *key, int64_t value);
/* The shortest decimal that reads back as the same double; what is not finite becomes null. */
void json_put_number(struct json_writer *writer, const char *key, double value);

#endif
