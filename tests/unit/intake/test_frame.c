/* test_frame.c - frames survive the way there and back, and nothing else is taken for one. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/intake/frame.h"

Test(frame, is_laid_out_as_its_header_says)
{
    SCOPED_BUF out;
    buf_init(&out, 1000);
    size_t opened = frame_open(&out, FRAME_LEFT_OUT);
    frame_put_number(&out, 0x0102);
    frame_put_text(&out, "ab");
    frame_close(&out, opened);
    cr_assert(buf_ok(&out));
    static const char by_hand[] = "\5\16\0\0\0"
                                  "\2\1\0\0\0\0\0\0"
                                  "\2\0\0\0ab";
    cr_assert_eq(out.length, sizeof by_hand - 1);
    cr_assert(memcmp(out.bytes, by_hand, out.length) == 0);
}

Test(frame, gives_its_fields_back)
{
    SCOPED_BUF out;
    buf_init(&out, 1000);
    for (int i = 0; i < 2; i++) {
        size_t opened = frame_open(&out, FRAME_FILE);
        frame_put_bytes(&out, (struct str){ "a\0b", 3 });
        frame_put_number(&out, UINT64_MAX);
        frame_close(&out, opened);
    }
    struct str rest = { out.bytes, out.length };
    struct frame frame;
    for (int i = 0; i < 2; i++) {
        cr_assert(frame_next(&rest, &frame) == FRAME_READ_ONE);
        cr_assert(frame.kind == FRAME_FILE);
        struct frame_fields fields = frame_fields(&frame);
        struct str bytes = frame_take_bytes(&fields, 3);
        cr_assert(bytes.length == 3 && memcmp(bytes.at, "a\0b", 3) == 0);
        cr_assert(frame_take_number(&fields) == UINT64_MAX);
        cr_assert(frame_fields_ok(&fields));
    }
    cr_assert(frame_next(&rest, &frame) == FRAME_READ_NONE);
}

Test(frame, cut_anywhere_is_bad)
{
    static const char whole[] = "\5\6\0\0\0\2\0\0\0ab";
    for (size_t length = 1; length < sizeof whole - 1; length++) {
        struct str rest = { whole, length };
        struct frame frame;
        cr_assert(frame_next(&rest, &frame) == FRAME_READ_BAD, "length %zu", length);
        cr_assert_eq(rest.length, length);
    }
}

Test(frame, of_an_unknown_kind_or_over_the_ceiling_is_bad)
{
    static const char *const bad[] = { "\0\0\0\0\0", "\10\0\0\0\0", "\1\1\0\10\0", "\1\0\0\0\377" };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct str rest = { bad[i], FRAME_HEADER_BYTES };
        struct frame frame;
        cr_assert(frame_next(&rest, &frame) == FRAME_READ_BAD, "case %zu", i);
    }
}

Test(frame, fields_break_once_and_stay_broken)
{
    const struct frame frame = { FRAME_FILE, { "\2\0\0\0abX", 7 } };
    struct frame_fields fields = frame_fields(&frame);
    cr_assert(frame_take_bytes(&fields, 1).length == 0);
    cr_assert(frame_take_bytes(&fields, 10).length == 0);
    cr_assert(!frame_fields_ok(&fields));

    fields = frame_fields(&frame);
    cr_assert(frame_take_bytes(&fields, 2).length == 2);
    cr_assert(!frame_fields_ok(&fields), "a byte is left over");
    cr_assert(frame_take_number(&fields) == 0);
    cr_assert(fields.broken);
}

Test(frame, payload_over_the_ceiling_breaks_the_buffer)
{
    static char large[FRAME_PAYLOAD_MAX];
    SCOPED_BUF out;
    buf_init(&out, 4 * FRAME_PAYLOAD_MAX);
    size_t opened = frame_open(&out, FRAME_FILE);
    frame_put_bytes(&out, (struct str){ large, sizeof large });
    frame_close(&out, opened);
    cr_assert(!buf_ok(&out));
}
