/* test_wrap.c - where lines break. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/text/wrap.h"

static const char *wrapped(const char *text, size_t indent, size_t width)
{
    static char out[1000];
    SCOPED_BUF buf;
    buf_init(&buf, sizeof out - 1);
    wrap_put(&buf, text, indent, width);
    cr_assert(buf_ok(&buf));
    memcpy(out, buf_text(&buf), buf.length + 1);
    return out;
}

Test(wrap, breaks_at_spaces)
{
    cr_assert_str_eq(wrapped("the quick brown fox", 0, 10), "the quick\nbrown fox\n");
    cr_assert_str_eq(wrapped("the quick brown fox", 2, 12), "  the quick\n  brown fox\n");
    cr_assert_str_eq(wrapped("", 3, 10), "   \n");
}

Test(wrap, cuts_words_that_are_longer_than_a_line)
{
    cr_assert_str_eq(wrapped("abcdefgh ij", 0, 3), "abc\ndef\ngh\nij\n");
}

Test(wrap, counts_wide_characters_twice)
{
    cr_assert_str_eq(wrapped("\xe4\xb8\xad\xe6\x96\x87 ab", 0, 5),
                     "\xe4\xb8\xad\xe6\x96\x87\nab\n");
    /* One that is wider than the line is still put, or nothing would ever end. */
    cr_assert_str_eq(wrapped("\xe4\xb8\xad\xe6\x96\x87", 0, 1), "\xe4\xb8\xad\n\xe6\x96\x87\n");
}
