/* test_reduce.c - parts of an input are left out, and the number in front of them is mended. */
#include "grader/judge/reduce.h"

#include <criterion/criterion.h>

#include "grader/base/attr.h"

static struct arena arena;

static void end(void)
{
    arena_release(&arena);
}

TestSuite(reduce, .fini = end);

static const struct {
    const char *input;
    size_t parts, from, count;
    const char *left;
} rows[] = {
    /* lines */
    { "C 2\nP 1 1\nG 1\n", 3, 1, 1, "C 2\nG 1\n" },
    { "C 2\nP 1 1\nG 1", 3, 0, 1, "P 1 1\nG 1" },
    { "only\n", 1, 0, 1, "" },
    { "", 0, 0, 0, "" },
    { "5\n1 2\n", 2, 0, 1, "1 2\n" }, /* neither five lines nor five words */
    /* lines with their number */
    { "2\nr 0 1\na 0\n", 2, 1, 1, "1\nr 0 1\n" },
    { "12\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", 12, 0, 3,
      "9\n4\n5\n6\n7\n8\n9\n10\n11\n12\n" },
    { "0\n", 0, 0, 0, "0\n" },
    /* words with theirs */
    { "3\n7 8 9\n", 3, 2, 1, "2\n7 8\n" },
    { "3\n7 8 9\n", 3, 0, 3, "0\n\n" },
    { "3\n7  8\n9", 3, 1, 1, "2\n7 9\n" },
    /* a number that is none */
    { "+2\na\nb\n", 3, 0, 1, "a\nb\n" },
    { "99999999999999999999\na\n", 2, 0, 1, "a\n" },
};

Test(reduce, leaves_out_what_is_asked_and_mends_the_number)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct reducible whole;
        reduce_split(str_of(rows[i].input), &arena, &whole);
        cr_expect_eq(whole.count, rows[i].parts, "%zu: %zu parts", i, whole.count);
        struct str left = reduce_without(&whole, rows[i].from, rows[i].count, &arena);
        cr_expect(str_is(left, rows[i].left), "%zu: %.*s", i, (int)left.length, left.at);
    }
}

Test(reduce, may_meet_any_bytes)
{
    static const char bytes[] = "2\n\0a\xff\n\n";
    struct reducible whole;
    reduce_split((struct str){ bytes, sizeof bytes - 1 }, &arena, &whole);
    cr_assert_eq(whole.count, 2);
    struct str left = reduce_without(&whole, 1, 1, &arena);
    cr_assert(str_equal(left, (struct str){ "1\n\0a\xff\n", 6 }));
}
