/* frame.h - the messages between the repository reader and the one who started it, as bytes. */
#ifndef GRADER_INTAKE_FRAME_H
#define GRADER_INTAKE_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/base/str.h"

/*
 * A frame is one byte of kind, four bytes of payload length (little endian), the payload. A payload
 * is a row of fields: bytes (four bytes of length, then they) or a number (eight bytes, little
 * endian). What comes in which frame is written beside each kind. The order of a whole answer:
 *
 *   HELLO META (SUBMISSION FILE* | LEFT_OUT)* END        or, at any place instead of END:   ERROR
 */
enum frame_kind {
    FRAME_HELLO = 1,  /* number: FRAME_VERSION */
    FRAME_META,       /* bytes: revision, commit, author, email, subject; number: author time */
    FRAME_SUBMISSION, /* bytes: problem id, folder */
    FRAME_FILE,       /* bytes: path within the last submission's folder, content */
    FRAME_LEFT_OUT,   /* number: enum left_out_reason; bytes: name */
    FRAME_END,        /* numbers: submissions, files, entries left out that no frame names */
    FRAME_ERROR,      /* number: enum err_kind; bytes: text */
    FRAME_KIND_END
};

enum { FRAME_VERSION = 1, FRAME_HEADER_BYTES = 5, FRAME_PAYLOAD_MAX = 512 * 1024 };

/* Writing: frame_open, any number of frame_put_*, frame_close with what frame_open returned. A
 * payload over FRAME_PAYLOAD_MAX breaks the buffer. */
size_t frame_open(struct buf *out, enum frame_kind kind);
void frame_put_bytes(struct buf *out, struct str bytes);
void frame_put_text(struct buf *out, const char *text);
void frame_put_number(struct buf *out, uint64_t number);
void frame_close(struct buf *out, size_t opened);

struct frame {
    enum frame_kind kind;
    struct str payload; /* borrowed from the stream */
};

enum frame_read { FRAME_READ_ONE, FRAME_READ_NONE, FRAME_READ_BAD };

/* Cuts the next frame off the front of *rest. NONE: nothing is left. BAD: an unknown kind, a length
 * over the ceiling or more than there is; *rest and *out are left alone. */
enum frame_read frame_next(struct str *rest, struct frame *out) MUST_CHECK;

/* Reading a payload: takers don't check; whoever takes asks frame_fields_ok once, at the end. */
struct frame_fields {
    struct str rest;
    bool broken;
};

struct frame_fields frame_fields(const struct frame *frame);
/* Borrowed from the stream; empty once broken. More than ceiling bytes breaks. */
struct str frame_take_bytes(struct frame_fields *fields, size_t ceiling);
/* 0 once broken. */
uint64_t frame_take_number(struct frame_fields *fields);
/* Every field was there and nothing is left over. */
bool frame_fields_ok(const struct frame_fields *fields) MUST_CHECK;

#endif
