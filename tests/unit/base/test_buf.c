/* test_buf.c - bytes that grow up to a ceiling. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/buf.h"

static struct buf buf;

static void end(void)
{
    buf_release(&buf);
}

TestSuite(buf, .fini = end);

Test(buf, holds_what_was_put_and_a_nul)
{
    buf_init(&buf, 100);
    cr_expect_str_eq(buf_text(&buf), "");
    buf_put(&buf, "a\0b", 3);
    buf_puts(&buf, "cd");
    buf_putc(&buf, 'e');
    buf_printf(&buf, "%d", 42);
    buf_put(&buf, NULL, 0);
    cr_expect(buf_ok(&buf) && buf.length == 8);
    cr_expect(memcmp(buf_text(&buf), "a\0bcde42\0", 9) == 0);
}

Test(buf, takes_all_up_to_its_ceiling_and_no_byte_more)
{
    buf_init(&buf, 4);
    buf_puts(&buf, "abcd");
    cr_expect(buf_ok(&buf));
    buf_put(&buf, "", 0);
    cr_expect(buf_ok(&buf));
    buf_putc(&buf, 'e');
    cr_expect(!buf_ok(&buf));
    cr_expect_str_eq(buf_text(&buf), "abcd");
}

Test(buf, breaks_once_and_for_all)
{
    buf_init(&buf, 4);
    buf_puts(&buf, "abcdefgh");
    buf_puts(&buf, "x"); /* would fit, and would be a hole in the text */
    buf_printf(&buf, "%s", "y");
    cr_expect(!buf_ok(&buf) && buf.length == 0);
    buf_clear(&buf);
    buf_puts(&buf, "good");
    cr_expect(buf_ok(&buf));
    cr_expect_str_eq(buf_text(&buf), "good");
}

Test(buf, prints_exactly_to_the_ceiling)
{
    for (size_t ceiling = 0; ceiling < 600; ceiling++) {
        struct buf one;
        buf_init(&one, ceiling);
        buf_printf(&one, "%0300d", 7);
        cr_assert(buf_ok(&one) == (ceiling >= 300), "%zu", ceiling);
        cr_assert(one.length == (ceiling >= 300 ? 300 : 0));
        buf_release(&one);
    }
}

/* Against the plainest of buffers: a large array. */
Test(buf, does_what_an_array_does)
{
    enum { CEILING = 5000, PUTS = 2000 };
    static char model[CEILING + 1];
    srandom(7);
    for (int round = 0; round < 50; round++) {
        size_t length = 0;
        bool broken = false;
        struct buf one;
        buf_init(&one, CEILING);
        for (int i = 0; i < PUTS; i++) {
            char piece[64];
            size_t size = (size_t)random() % (round % 7 + 1);
            for (size_t k = 0; k < size; k++)
                piece[k] = (char)random();
            buf_put(&one, piece, size);
            broken = broken || length + size > CEILING;
            if (!broken)
                memcpy(model + length, piece, size), length += size;
        }
        cr_assert(buf_ok(&one) == !broken && one.length == length);
        cr_assert(length == 0 || memcmp(one.bytes, model, length) == 0);
        buf_release(&one);
    }
}

Test(buf, can_be_released_twice_and_when_empty)
{
    buf_init(&buf, 10);
    buf_release(&buf);
    buf_release(&buf);
    cr_expect_str_eq(buf_text(&buf), "");
}
