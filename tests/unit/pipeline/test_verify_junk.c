/* test_verify_junk.c - junk is junk: what each kind does to something good. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/pipeline/verify_junk.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(verify_junk, .fini = release);

Test(verify_junk, each_change_does_what_its_name_says)
{
    static const struct {
        const char *name, *wanted;
    } rows[JUNK_CHANGE_COUNT] = {
        { "a line too many at the end", "2 30\nx1 0.5\n1 junk 1\n" },
        { "random bytes at the end", NULL },
        { "the last line missing", "2 30\n" },
        { "no newline at the end", "2 30\nx1 0.5" },
        { "an empty line at the end", "2 30\nx1 0.5\n\n" },
        { "carriage returns at the ends of lines", "2 30\r\nx1 0.5\r\n" },
        { "blanks doubled", "2  30\nx1  0.5\n" },
        { "blanks at the ends of lines", "2 30 \nx1 0.5 \n" },
        { "leading zeros in numbers", "002 0030\nx1 000.5\n" },
    };
    for (size_t i = 0; i < JUNK_CHANGE_COUNT; i++) {
        struct str out;
        cr_assert(junk_change(i, str_of("2 30\nx1 0.5\n"), &arena, &out));
        cr_expect_str_eq(junk_change_name(i), rows[i].name);
        cr_expect(rows[i].wanted ? str_is(out, rows[i].wanted) : out.length == 12 + 20, "%s: %.*s",
                  rows[i].name, (int)out.length, out.at);
        cr_expect_eq(junk_change_is_for_output(i), i < 3);
    }
}

Test(verify_junk, what_a_change_leaves_as_it_is_is_no_junk)
{
    struct str out;
    static const struct {
        size_t kind;
        const char *good;
    } rows[] = { { 2, "" },    { 3, "x" }, { 3, "" },      { 5, "x" },
                 { 6, "x\n" }, { 7, "x" }, { 8, "x1.5\n" } };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_expect_not(junk_change(rows[i].kind, str_of(rows[i].good), &arena, &out), "%zu", i);
}

Test(verify_junk, a_missing_last_line_is_one_line)
{
    static const struct {
        const char *good, *wanted;
    } rows[] = { { "a\n", "" }, { "a\nb", "a\n" }, { "a\n\n", "a\n" }, { "a", "" } };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct str out;
        cr_assert(junk_change(2, str_of(rows[i].good), &arena, &out));
        cr_expect(str_is(out, rows[i].wanted), "%zu", i);
    }
}

Test(verify_junk, bytes_out_of_nothing_are_the_same_in_every_call)
{
    for (size_t i = 0; i < JUNK_FIXED_COUNT; i++) {
        struct str one, two;
        cr_expect_str_eq(junk_fixed(i, &arena, &one), junk_fixed(i, &arena, &two));
        cr_expect(str_equal(one, two));
        cr_expect_eq(one.length == 0, i == 0);
        cr_expect(i == 1 || str_is_utf8(one));
    }
}

Test(verify_junk, nuls_are_kept)
{
    struct str out, good = { "a\0b\n", 4 };
    cr_assert(junk_change(5, good, &arena, &out));
    cr_expect(str_equal(out, (struct str){ "a\0b\r\n", 5 }));
}
