/* json_write.c - JSON into a buffer: fixed order, two spaces an indent, always valid. */
#include "grader/text/json_write.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/num.h"
#include "grader/text/escape.h"
#include "grader/text/json.h"

static void put_newline(struct json_writer *writer)
{
    buf_putc(writer->buf, '\n');
    for (unsigned i = 0; i < writer->depth; i++)
        buf_puts(writer->buf, "  ");
}

static void put_string(struct buf *buf, struct str text)
{
    buf_putc(buf, '"');
    escape_put(buf, text, ESCAPE_JSON, ESCAPE_NONE);
    buf_putc(buf, '"');
}

/* Comma, line and key in front of a value. */
static void put_lead(struct json_writer *writer, const char *key)
{
    if (writer->has_sibling)
        buf_putc(writer->buf, ',');
    if (writer->depth > 0)
        put_newline(writer);
    if (key) {
        put_string(writer->buf, str_of(key));
        buf_puts(writer->buf, ": ");
    }
    writer->has_sibling = true;
}

void json_open(struct json_writer *writer, const char *key, char bracket)
{
    assert(bracket == '{' || bracket == '[');
    put_lead(writer, key);
    buf_putc(writer->buf, bracket);
    writer->depth++;
    writer->has_sibling = false;
}

void json_close(struct json_writer *writer, char bracket)
{
    assert((bracket == '}' || bracket == ']') && writer->depth > 0);
    writer->depth--;
    if (writer->has_sibling)
        put_newline(writer);
    buf_putc(writer->buf, bracket);
    writer->has_sibling = true;
    if (writer->depth == 0)
        buf_putc(writer->buf, '\n');
}

void json_put_text(struct json_writer *writer, const char *key, struct str text)
{
    put_lead(writer, key);
    put_string(writer->buf, text);
}

void json_put_flag(struct json_writer *writer, const char *key, bool value)
{
    put_lead(writer, key);
    buf_puts(writer->buf, value ? "true" : "false");
}

void json_put_null(struct json_writer *writer, const char *key)
{
    put_lead(writer, key);
    buf_puts(writer->buf, "null");
}

void json_put_whole(struct json_writer *writer, const char *key, int64_t value)
{
    put_lead(writer, key);
    buf_printf(writer->buf, "%" PRId64, value);
}

void json_put_number(struct json_writer *writer, const char *key, double value)
{
    enum { DIGITS_MAX = 17 }; /* always enough for a double */
    if (!isfinite(value)) {
        json_put_null(writer, key);
        return;
    }
    char text[40];
    if (value == floor(value) && fabs(value) < (double)JSON_WHOLE_MAX) {
        json_put_whole(writer, key, (int64_t)value);
        return;
    }
    for (int digits = 1; digits <= DIGITS_MAX; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        char *comma = strchr(text, ','); /* of the locale */
        if (comma)
            *comma = '.';
        double again;
        if (num_double(str_of(text), &again) && again == value)
            break;
    }
    put_lead(writer, key);
    buf_puts(writer->buf, text);
}
