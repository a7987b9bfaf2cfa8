/* test_compare.c - the default output validator: the format's rules, problemtools' messages, and a
 * slow twin on random texts. */
#include "grader/judge/compare.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <sys/mman.h>

#include "tests/support/judge_slow_compare.h"

enum { ARGS_MAX = 6 };

static enum compare_dialect dialect; /* of all rows, until it is set back */

/* Options from arguments that must be good; ends at the first NULL. */
static struct compare_options options_of(const char *const args[ARGS_MAX])
{
    struct word_list list = { (const char **)args, 0 };
    while (list.count < ARGS_MAX && args[list.count])
        list.count++;
    struct compare_options options;
    struct err err = { 0 };
    cr_assert(compare_options_parse(list, dialect, &options, &err), "%s", err.text);
    return options;
}

struct row {
    const char *answer, *output;
    const char *args[ARGS_MAX];
    bool accepted;
};

static void check_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct compare_options options = options_of(rows[i].args);
        struct comparison out;
        compare(str_of(rows[i].answer), str_of(rows[i].output), &options, &out);
        cr_expect(out.accepted == rows[i].accepted, "row %zu: '%s' and '%s' under %s: %s", i,
                  rows[i].answer, rows[i].output, rows[i].args[0] ? rows[i].args[0] : "nothing",
                  out.message);
    }
}
#define CHECK_ROWS(rows) check_rows(rows, COUNT_OF(rows))

Test(compare, ignores_white_space_and_case_by_default)
{
    static const struct row rows[] = {
        { "", "", { NULL }, true },
        { "", " \n", { NULL }, true },
        { "1 2\n", "1 2\n", { NULL }, true },
        { "1 2\n", "\t1\v\f2\r\n\n", { NULL }, true },
        { "1 2\n", "1 2", { NULL }, true },
        { "Yes\n", "yEs\n", { NULL }, true },
        { "1 2\n", "12\n", { NULL }, false },
        { "1 2\n", "1\n", { NULL }, false },
        { "1\n", "1 2\n", { NULL }, false },
        { "", "x", { NULL }, false },
        { "x", "", { NULL }, false },
        { "1.0", "1", { NULL }, false },
        /* Only ASCII letters have case: @ and `, [ and { lie beside them; É and é are bytes. */
        { "@", "`", { NULL }, false },
        { "[", "{", { NULL }, false },
        { "\xc3\x89", "\xc3\xa9", { NULL }, false },
    };
    CHECK_ROWS(rows);
}

Test(compare, minds_case_and_white_space_when_told)
{
    static const struct row rows[] = {
        { "Yes\n", "yes\n", { "case_sensitive" }, false },
        { "Yes\n", " Yes ", { "case_sensitive" }, true },
        { "a b\n", "A b\n", { "space_change_sensitive" }, true },
        { "a b\n", "a  b\n", { "space_change_sensitive" }, false },
        { "a b\n", "a\tb\n", { "space_change_sensitive" }, false },
        { "a b\n", "a b", { "space_change_sensitive" }, false },
        { "a b\n", "a b\n\n", { "space_change_sensitive" }, false },
        { "a b\n", " a b\n", { "space_change_sensitive" }, false },
        { "a b\n", "a b\n", { "space_change_sensitive", "case_sensitive" }, true },
    };
    CHECK_ROWS(rows);
}

Test(compare, compares_numbers_within_a_tolerance)
{
    static const struct row rows[] = {
        { "1.0", "1", { "float_tolerance", "0" }, true },
        { "100", "101", { "float_absolute_tolerance", "1" }, true },
        { "100", "101.5", { "float_absolute_tolerance", "1" }, false },
        { "100", "101", { "float_relative_tolerance", "0.01" }, true },
        { "100", "102", { "float_relative_tolerance", "0.01" }, false },
        /* relative to the answer, not to the output: 0.01 * 100 < 1.005 <= 0.01 * 101.005 */
        { "100", "101.005", { "float_relative_tolerance", "0.01" }, false },
        { "101.005", "100", { "float_relative_tolerance", "0.01" }, true },
        { "0", "1e-9", { "float_relative_tolerance", "0.5" }, false },
        { "0", "-0.0", { "float_relative_tolerance", "0.5" }, true },
        { "1000", "1001", { "float_tolerance", "1e-3" }, true },
        { "0", "0.001", { "float_tolerance", "1e-3" }, true },
        /* either of the two suffices */
        { "100",
          "100.5",
          { "float_absolute_tolerance", "0.1", "float_relative_tolerance", "0.01" },
          true },
        { "1",
          "1.05",
          { "float_absolute_tolerance", "0.1", "float_relative_tolerance", "0.01" },
          true },
        { "1",
          "1.5",
          { "float_absolute_tolerance", "0.1", "float_relative_tolerance", "0.01" },
          false },
    };
    CHECK_ROWS(rows);
}

/* The grammar of 2025-09: decimal, perhaps scientific. */
Test(compare, knows_what_a_number_is)
{
    static const struct row rows[] = {
        { "5", "+5.", { "float_tolerance", "0" }, true },
        { "0.5", ".5e0", { "float_tolerance", "0" }, true },
        { "500", "5E+2", { "float_tolerance", "0" }, true },
        { "5", "5.0x", { "float_tolerance", "1" }, false },
        { "5", "five", { "float_tolerance", "1" }, false },
        { "16", "0x10", { "float_tolerance", "1" }, false },
        { "1", "nan", { "float_tolerance", "1" }, false },
        { "1", "inf", { "float_tolerance", "1e300" }, false },
        { "1", "1e999", { "float_tolerance", "1e300" }, false },
        { "1", ".", { "float_tolerance", "1" }, false },
        { "1", "1e", { "float_tolerance", "1" }, false },
        /* an answer that is no number is a word */
        { "inf", "INF", { "float_tolerance", "1" }, true },
        { "0x10", "16", { "float_tolerance", "1" }, false },
        { "1,5", "1,5", { "float_tolerance", "1" }, true },
    };
    CHECK_ROWS(rows);
}

static const char *message_of(const char *answer, const char *output, const char *const args[],
                              struct comparison *out)
{
    struct compare_options options = options_of(args);
    compare(str_of(answer), str_of(output), &options, out);
    cr_assert(not(out->accepted));
    return out->message;
}

/* Written down from problemtools, support/default_validator/default_validator.cc. */
Test(compare, speaks_as_problemtools_does)
{
    static const char *const nothing[ARGS_MAX] = { NULL };
    static const char *const space[ARGS_MAX] = { "space_change_sensitive" };
    static const char *const number[ARGS_MAX] = { "float_tolerance", "1e-6" };
#define HEAD(output, answer)                                                                       \
    "Wrong answer on line " #output " of output (corresponding to line " #answer                   \
    " in answer file)\n"
    static const struct {
        const char *answer, *output, *const *args, *message;
    } rows[] = {
        { "a\nb\n", "a\n\n\nc\n", nothing,
          HEAD(4, 2) "String tokens mismatch\nJudge: \"b\"\nUser: \"c\"" },
        { "a b", "", nothing,
          HEAD(1, 1) "User EOF while judge had more output; user output was empty.\n"
                     "(Next judge token: a)" },
        { "a b", "\n", nothing,
          HEAD(2, 1) "User EOF while judge had more output; user output contained only "
                     "whitespace.\n(Next judge token: a)" },
        { "a b", "a", nothing,
          HEAD(1, 1) "User EOF while judge had more output\n(Next judge token: b)" },
        { "a\n", "a\nmore\n", nothing, HEAD(2, 2) "Trailing output:\nmore" },
        { "a\n", "a ", space, HEAD(1, 1) "Space change error: got 32 expected 10" },
        { "a\n", "a", space, HEAD(1, 1) "Space change error: got -1 expected 10" },
        { "a", "a\n", space,
          HEAD(1, 1) "Space change error: judge out of space, got 10 from user" },
        { "1", "x", number, HEAD(1, 1) "Expected float, got: x" },
        { "1", "2.5", number,
          HEAD(1, 1) "Too large difference.\n Judge: 1\n User: 2.5\n Difference: -1.500000e+00\n"
                     " (abs tol 1.000000e-06 rel tol 1.000000e-06)" },
        /* 36 bytes are cut to 30, 35 are not */
        { "a", "a 123456789012345678901234567890123456", nothing,
          HEAD(1, 1) "Trailing output:\n123456789012345678901234567890..." },
        { "a", "a 12345678901234567890123456789012345", nothing,
          HEAD(1, 1) "Trailing output:\n12345678901234567890123456789012345" },
        /* 29 letters and é, which is not cut in two */
        { "a",
          "a 12345678901234567890123456789\xc3\xa9"
          "23456",
          nothing, HEAD(1, 1) "Trailing output:\n12345678901234567890123456789\xc3\xa9..." },
        /* a long common part, then where they differ */
        { "aaaaaaaaaaaaaaaaaaaaaaaaaX", "aaaaaaaaaaaaaaaaaaaaaaaaaY", nothing,
          HEAD(1, 1) "String tokens mismatch\nJudge: \"aaaaaaaaaaaaaaa...X\"\n"
                     "User: \"aaaaaaaaaaaaaaa...Y\"" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct comparison out;
        cr_expect_str_eq(message_of(rows[i].answer, rows[i].output, rows[i].args, &out),
                         rows[i].message);
    }
}

Test(compare, says_where_the_first_difference_is)
{
    static const char *const nothing[ARGS_MAX] = { NULL };
    static const char *const space[ARGS_MAX] = { "space_change_sensitive" };
    struct comparison out;
    message_of("one\ntwo three\n", "one \n\n two  tree", nothing, &out);
    cr_assert(out.difference.known);
    cr_expect(eq(sz, out.difference.answer_offset, 8));
    cr_expect(eq(sz, out.difference.output_offset, 12));
    cr_expect(eq(uint, out.difference.answer_line, 2));
    cr_expect(eq(uint, out.difference.output_line, 3));
    message_of("a\nb\n", "a\nb \n", space, &out);
    cr_expect(eq(sz, out.difference.answer_offset, 3));
    cr_expect(eq(sz, out.difference.output_offset, 3));
    cr_expect(eq(uint, out.difference.output_line, 2));
}

Test(compare, notices_other_white_space_in_accepted_output)
{
    static const char *const nothing[ARGS_MAX] = { NULL };
    static const struct {
        const char *answer, *output;
        bool differs;
    } rows[] = {
        { "a b\n", "a b\n", false }, { "a b\n", "A B\n", false }, { "a b\n", "a b", true },
        { "a b\n", "a  b\n", true }, { "", "\n", true },          { "a\n", "\na\n", true },
        { "a b", "a  c", false }, /* wrong: not worth a remark */
    };
    struct compare_options options = options_of(nothing);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct comparison out;
        compare(str_of(rows[i].answer), str_of(rows[i].output), &options, &out);
        cr_expect(out.white_space_differs == rows[i].differs, "row %zu", i);
    }
}

Test(compare, refuses_arguments_that_mean_nothing)
{
    static const struct {
        const char *args[ARGS_MAX], *text;
    } rows[] = {
        { { "case" }, "the default output validator knows no argument 'case'" },
        { { "" }, "the default output validator knows no argument ''" },
        { { "0.1" }, "the default output validator knows no argument '0.1'" },
        { { "float_tolerance" }, "'float_tolerance' needs a tolerance" },
        { { "float_tolerance", "x" }, "not 'x'" },
        { { "float_tolerance", "-1" }, "not '-1'" },
        { { "float_tolerance", "nan" }, "not 'nan'" },
        { { "float_tolerance", "1 " }, "not '1 '" },
        { { "float_tolerance", "0x1p3" }, "not '0x1p3'" },
        { { "float_tolerance", "1", "float_tolerance", "1" }, "'float_tolerance' contradicts" },
        { { "float_absolute_tolerance", "1", "float_absolute_tolerance", "1" }, "contradicts" },
        { { "float_relative_tolerance", "1", "float_relative_tolerance", "2" }, "contradicts" },
        { { "float_relative_tolerance", "1", "float_tolerance", "1" }, "contradicts" },
        { { "float_absolute_tolerance", "1", "float_tolerance", "1" }, "contradicts" },
        { { "float_tolerance", "1", "float_absolute_tolerance", "1" }, "contradicts" },
        { { "float_tolerance", "1", "float_relative_tolerance", "1" }, "contradicts" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct word_list list = { (const char **)rows[i].args, 0 };
        while (rows[i].args[list.count])
            list.count++;
        struct compare_options options = { .absolute_tolerance = 7 };
        struct err err = { 0 };
        cr_expect(not(compare_options_parse(list, COMPARE_2025_09, &options, &err)), "row %zu", i);
        cr_expect(err.kind == ERR_INPUT && strstr(err.text, rows[i].text), "row %zu: %s", i,
                  err.text);
        cr_expect(options.absolute_tolerance == 7, "row %zu: output changed", i);
    }
}

/* What problemtools' sscanf("%lf%10s") takes for a number. */
Test(compare, in_the_older_formats_what_c_reads_is_a_number)
{
    static const struct row rows[] = {
        { "16", "0x10", { "float_tolerance", "0" }, true },
        { "0x1.8p1", "3", { "float_tolerance", "0" }, true },
        { "-0XA", "-10", { "float_tolerance", "0" }, true },
        { "16", "0x10g", { "float_tolerance", "1" }, false },
        { "0", "0x", { "float_tolerance", "1" }, false },
        { "1", "0x1p", { "float_tolerance", "1" }, false },
        { "1", "inf", { "float_tolerance", "1e300" }, false },
        { "1", "1e", { "float_tolerance", "1" }, false },
        { "0xA", "0xa", { NULL }, true },
        { "0xA", "10", { NULL }, false },
    };
    dialect = COMPARE_LEGACY;
    CHECK_ROWS(rows);
    dialect = COMPARE_2025_09;
}

/* Flags of problem.yaml come before those of a group. */
Test(compare, in_the_older_formats_the_last_tolerance_holds)
{
    static const struct row rows[] = {
        { "1", "1.5", { "float_tolerance", "1e-6", "float_tolerance", "1" }, true },
        { "1", "1.5", { "float_tolerance", "1", "float_tolerance", "1e-6" }, false },
        { "1", "1.5", { "float_tolerance", "1e-6", "float_absolute_tolerance", "1" }, true },
        { "1", "1.5", { "float_absolute_tolerance", "1", "float_tolerance", "1e-6" }, false },
        { "1", "1.5", { "float_tolerance", "1", "float_tolerance", "-1" }, false },
        { "1.0", "1", { "float_tolerance", "-1" }, false },
    };
    dialect = COMPARE_LEGACY;
    CHECK_ROWS(rows);
    dialect = COMPARE_2025_09;
}

Test(compare, does_not_stop_at_a_nul)
{
    static const char *const nothing[ARGS_MAX] = { NULL };
    struct compare_options options = options_of(nothing);
    struct comparison out;
    compare((struct str){ "ab\0c", 4 }, (struct str){ "ab\0d", 4 }, &options, &out);
    cr_assert(not(out.accepted));
    cr_expect(strstr(out.message, "Judge: \"ab?c\"\nUser: \"ab?d\"") != NULL, "%s", out.message);
    compare((struct str){ "5", 1 }, (struct str){ "5\0", 2 },
            &(struct compare_options){ .absolute_tolerance = 1, .relative_tolerance = 1 }, &out);
    cr_expect(not(out.accepted));
}

Test(compare, reads_huge_texts_without_a_newline)
{
    enum { SIZE = 64 * 1024 * 1024 };
    char *huge = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    cr_assert(huge != MAP_FAILED);
    struct str text = { huge, SIZE };
    struct compare_options tolerant = { .absolute_tolerance = 1, .relative_tolerance = -1 };
    struct comparison out;
    compare(str_of("1"), text, &tolerant, &out); /* NULs only: one token */
    cr_expect(not(out.accepted));
    memset(huge, '1', SIZE);
    compare(text, str_of("1"), &tolerant, &out);
    cr_expect(not(out.accepted));
    memset(huge, ' ', SIZE);
    compare(str_of("1"), text, &tolerant, &out);
    cr_expect(not(out.accepted));
    compare(str_of(""), text, &tolerant, &out);
    cr_expect(out.accepted && out.white_space_differs);
    munmap(huge, SIZE);
}

/* ---- random texts ---- */

static uint64_t next_random(uint64_t *state) /* xorshift64*, Vigna 2016 */
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1dULL;
}

enum { TEXT_MAX = 48 };

static struct str random_text(uint64_t *state, char out[TEXT_MAX])
{
    static const char *const words[] = { "1",  "1.0", "-0",  "1e1", "10",    "a",   "A",     "ab",
                                         ".5", "+.5", "nan", "1.",  "x\xff", "0xA", "0x1p1", "0x" };
    static const char spaces[] = " \n\t\r\v\f";
    size_t length = 0;
    for (size_t n = next_random(state) % 8; n > 0 && length < TEXT_MAX - 8; n--) {
        for (size_t k = next_random(state) % 3; k > 0; k--)
            out[length++] = spaces[next_random(state) % (sizeof spaces - 1)];
        const char *word = words[next_random(state) % COUNT_OF(words)];
        memcpy(out + length, word, strlen(word));
        length += strlen(word);
        if (next_random(state) % 32 == 0)
            out[length++] = '\0';
    }
    return (struct str){ out, length };
}

/* A text like another one: now and then a byte is changed, left out or doubled. */
static struct str mutated(uint64_t *state, struct str text, char out[2 * TEXT_MAX])
{
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        uint64_t dice = next_random(state) % 40;
        if (dice == 0)
            continue;
        out[length++] = dice == 1 ? "a1 \nA"[next_random(state) % 5] : text.at[i];
        if (dice == 2)
            out[length++] = text.at[i];
    }
    return (struct str){ out, length };
}

static struct compare_options random_options(uint64_t *state)
{
    static const double tolerances[] = { -1, -1, 0, 1e-6, 0.5, 1 };
    return (struct compare_options){
        .dialect = next_random(state) & 1 ? COMPARE_LEGACY : COMPARE_2025_09,
        .case_sensitive = next_random(state) & 1,
        .space_change_sensitive = next_random(state) & 1,
        .absolute_tolerance = tolerances[next_random(state) % COUNT_OF(tolerances)],
        .relative_tolerance = tolerances[next_random(state) % COUNT_OF(tolerances)],
    };
}

Test(compare, equals_its_slow_twin_on_random_texts)
{
    uint64_t state = 20261126;
    size_t accepted = 0;
    for (size_t i = 0; i < 20000; i++) {
        char a[TEXT_MAX], o[2 * TEXT_MAX];
        struct str answer = random_text(&state, a);
        struct str output = mutated(&state, answer, o);
        struct compare_options options = random_options(&state);
        struct comparison fast;
        compare(answer, output, &options, &fast);
        struct slow_comparison slow = slow_compare(answer, output, &options);
        cr_assert(fast.accepted == slow.accepted, "round %zu", i);
        accepted += fast.accepted;
        if (fast.accepted) {
            cr_assert(fast.white_space_differs == slow.white_space_differs, "round %zu", i);
        } else {
            cr_assert(eq(sz, fast.difference.answer_offset, slow.answer_offset), "round %zu", i);
            cr_assert(eq(sz, fast.difference.output_offset, slow.output_offset), "round %zu", i);
        }
    }
    cr_expect(accepted > 2000 && accepted < 18000, "both sides must be tried: %zu", accepted);
}
