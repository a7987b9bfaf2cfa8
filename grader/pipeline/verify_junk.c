/* verify_junk.c - inputs and outputs that no careful validator accepts. */
#include "grader/pipeline/verify_junk.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"

enum { JUNK_BYTES = 300, FIRST_PRINTABLE = 32, LAST_PRINTABLE = 126 };

/* ---- out of nothing ---- */

static unsigned next_random(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33);
}

static void make_empty(char *bytes, size_t *length)
{
    (void)bytes;
    *length = 0;
}

static void make_random(char *bytes, size_t *length)
{
    uint64_t state = 1;
    for (*length = 0; *length < JUNK_BYTES; ++*length)
        bytes[*length] = (char)(next_random(&state) % 256);
}

static void make_ascii(char *bytes, size_t *length)
{
    *length = 0;
    for (int c = FIRST_PRINTABLE; c <= LAST_PRINTABLE; c++)
        bytes[(*length)++] = (char)c;
    bytes[(*length)++] = '\n';
}

static void make_text(char *bytes, size_t *length)
{
    uint64_t state = 2;
    for (*length = 0; *length < JUNK_BYTES; ++*length)
        bytes[*length] = *length % 40 == 39
                             ? '\n'
                             : (char)(FIRST_PRINTABLE +
                                      next_random(&state) % (LAST_PRINTABLE - FIRST_PRINTABLE + 1));
}

static const struct {
    const char *name;
    void (*make)(char *bytes, size_t *length);
} fixed[] = {
    { "an empty file", make_empty },
    { "random bytes", make_random },
    { "all printable ASCII characters", make_ascii },
    { "random printable text", make_text },
};
static_assert(COUNT_OF(fixed) == JUNK_FIXED_COUNT, "as many as the header says");

const char *junk_fixed(size_t kind, struct arena *arena, struct str *out)
{
    assert(kind < JUNK_FIXED_COUNT);
    char *bytes = arena_alloc(arena, JUNK_BYTES + 1);
    fixed[kind].make(bytes, &out->length);
    out->at = bytes;
    return fixed[kind].name;
}

/* ---- out of something good ---- */

static void add_line(struct str good, struct buf *out)
{
    buf_put(out, good.at, good.length);
    buf_puts(out, "1 junk 1\n");
}

static void add_bytes(struct str good, struct buf *out)
{
    uint64_t state = 3;
    buf_put(out, good.at, good.length);
    for (int i = 0; i < 20; i++)
        buf_putc(out, (char)(next_random(&state) % 256));
}

/* The line and its newline. */
static void drop_last_line(struct str good, struct buf *out)
{
    size_t length = good.length;
    if (length > 0)
        length--;
    while (length > 0 && good.at[length - 1] != '\n')
        length--;
    buf_put(out, good.at, length);
}

static void drop_last_newline(struct str good, struct buf *out)
{
    bool has_newline = good.length > 0 && good.at[good.length - 1] == '\n';
    buf_put(out, good.at, good.length - has_newline);
}

static void add_empty_line(struct str good, struct buf *out)
{
    buf_put(out, good.at, good.length);
    buf_putc(out, '\n');
}

static void end_with_crlf(struct str good, struct buf *out)
{
    for (size_t i = 0; i < good.length; i++) {
        if (good.at[i] == '\n')
            buf_putc(out, '\r');
        buf_putc(out, good.at[i]);
    }
}

static void double_blanks(struct str good, struct buf *out)
{
    for (size_t i = 0; i < good.length; i++) {
        buf_putc(out, good.at[i]);
        if (good.at[i] == ' ')
            buf_putc(out, ' ');
    }
}

static void blank_before_newline(struct str good, struct buf *out)
{
    for (size_t i = 0; i < good.length; i++) {
        if (good.at[i] == '\n')
            buf_putc(out, ' ');
        buf_putc(out, good.at[i]);
    }
}

static bool starts_number(struct str text, size_t at)
{
    unsigned char before = at > 0 ? (unsigned char)text.at[at - 1] : ' ';
    return isdigit((unsigned char)text.at[at]) && !isalnum(before) && before != '.';
}

static void lead_with_zeros(struct str good, struct buf *out)
{
    for (size_t i = 0; i < good.length; i++) {
        if (starts_number(good, i))
            buf_puts(out, "00");
        buf_putc(out, good.at[i]);
    }
}

static const struct {
    const char *name;
    bool is_for_output;
    void (*change)(struct str good, struct buf *out);
} changes[] = {
    { "a line too many at the end", true, add_line },
    { "random bytes at the end", true, add_bytes },
    { "the last line missing", true, drop_last_line },
    { "no newline at the end", false, drop_last_newline },
    { "an empty line at the end", false, add_empty_line },
    { "carriage returns at the ends of lines", false, end_with_crlf },
    { "blanks doubled", false, double_blanks },
    { "blanks at the ends of lines", false, blank_before_newline },
    { "leading zeros in numbers", false, lead_with_zeros },
};
static_assert(COUNT_OF(changes) == JUNK_CHANGE_COUNT, "as many as the header says");

const char *junk_change_name(size_t kind)
{
    assert(kind < JUNK_CHANGE_COUNT);
    return changes[kind].name;
}

bool junk_change_is_for_output(size_t kind)
{
    assert(kind < JUNK_CHANGE_COUNT);
    return changes[kind].is_for_output;
}

bool junk_change(size_t kind, struct str good, struct arena *arena, struct str *out)
{
    assert(kind < JUNK_CHANGE_COUNT);
    SCOPED_BUF made;
    buf_init(&made, 3 * good.length + JUNK_BYTES);
    changes[kind].change(good, &made);
    if (!buf_ok(&made) || str_equal(good, (struct str){ buf_text(&made), made.length }))
        return false;
    *out = (struct str){ arena_memdup(arena, buf_text(&made), made.length), made.length };
    return true;
}
