/* frame.c - the messages between the repository reader and the one who started it, as bytes. */
#include "grader/intake/frame.h"

#include <assert.h>
#include <string.h>

enum { LENGTH_BYTES = 4, NUMBER_BYTES = 8 };

static void store(char *at, uint64_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        at[i] = (char)(unsigned char)(number >> (8 * i));
}

static uint64_t load(const char *at, size_t bytes)
{
    uint64_t number = 0;
    for (size_t i = 0; i < bytes; i++)
        number |= (uint64_t)(unsigned char)at[i] << (8 * i);
    return number;
}

size_t frame_open(struct buf *out, enum frame_kind kind)
{
    assert(kind >= FRAME_HELLO && kind < FRAME_KIND_END);
    size_t opened = out->length;
    char header[FRAME_HEADER_BYTES] = { (char)kind };
    buf_put(out, header, sizeof header);
    return opened;
}

void frame_put_bytes(struct buf *out, struct str bytes)
{
    assert(bytes.at || bytes.length == 0);
    char length[LENGTH_BYTES];
    if (bytes.length > FRAME_PAYLOAD_MAX) {
        out->broken = true;
        return;
    }
    store(length, bytes.length, sizeof length);
    buf_put(out, length, sizeof length);
    buf_put(out, bytes.at, bytes.length);
}

void frame_put_text(struct buf *out, const char *text)
{
    frame_put_bytes(out, str_of(text));
}

void frame_put_number(struct buf *out, uint64_t number)
{
    char bytes[NUMBER_BYTES];
    store(bytes, number, sizeof bytes);
    buf_put(out, bytes, sizeof bytes);
}

void frame_close(struct buf *out, size_t opened)
{
    if (out->broken)
        return;
    assert(out->length >= opened + FRAME_HEADER_BYTES);
    size_t length = out->length - opened - FRAME_HEADER_BYTES;
    if (length > FRAME_PAYLOAD_MAX)
        out->broken = true;
    else
        store(out->bytes + opened + 1, length, LENGTH_BYTES);
}

enum frame_read frame_next(struct str *rest, struct frame *out)
{
    assert(rest && out);
    if (rest->length == 0)
        return FRAME_READ_NONE;
    if (rest->length < FRAME_HEADER_BYTES)
        return FRAME_READ_BAD;
    unsigned kind = (unsigned char)rest->at[0];
    uint64_t length = load(rest->at + 1, LENGTH_BYTES);
    if (kind < FRAME_HELLO || kind >= FRAME_KIND_END || length > FRAME_PAYLOAD_MAX ||
        length > rest->length - FRAME_HEADER_BYTES)
        return FRAME_READ_BAD;
    *out = (struct frame){ (enum frame_kind)kind, { rest->at + FRAME_HEADER_BYTES, length } };
    rest->at += FRAME_HEADER_BYTES + length;
    rest->length -= FRAME_HEADER_BYTES + length;
    return FRAME_READ_ONE;
}

struct frame_fields frame_fields(const struct frame *frame)
{
    return (struct frame_fields){ frame->payload, false };
}

/* The next size bytes; NULL, and broken, when there are fewer. */
static const char *take(struct frame_fields *fields, size_t size)
{
    if (fields->broken || size > fields->rest.length) {
        fields->broken = true;
        return NULL;
    }
    const char *at = fields->rest.at;
    fields->rest.at += size;
    fields->rest.length -= size;
    return at;
}

struct str frame_take_bytes(struct frame_fields *fields, size_t ceiling)
{
    const char *length_at = take(fields, LENGTH_BYTES);
    size_t length = length_at ? (size_t)load(length_at, LENGTH_BYTES) : 0;
    if (length > ceiling)
        fields->broken = true;
    const char *at = take(fields, length);
    return at ? (struct str){ at, length } : (struct str){ "", 0 };
}

uint64_t frame_take_number(struct frame_fields *fields)
{
    const char *at = take(fields, NUMBER_BYTES);
    return at ? load(at, NUMBER_BYTES) : 0;
}

bool frame_fields_ok(const struct frame_fields *fields)
{
    return !fields->broken && fields->rest.length == 0;
}
