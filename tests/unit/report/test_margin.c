/* test_margin.c - what stands beside which line. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/report/margin.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(margin, .fini = release);

static struct report_source sources[] = {
    { "main.c", { "one\ntwo\nthree\n", 14 }, false },
    { "lib:7.c", { "only\n", 5 }, false },
};
static struct report_diagnostic diagnostics[] = {
    { "main.c", 3, 1, "warning", "unused variable 'x'" },
    { "main.c", 1, 1, "error", "expected ';'" },
    { "other.c", 1, 1, "error", "elsewhere" },
    { "main.c", 0, 0, "error", "without a line" },
};
static struct report_remark remarks[] = {
    { REMARK_ESSENTIAL, "main.c:1", "It does not compile: expected ';'", "", "" },
    { REMARK_INFORMATIVE, "main.c:2:5", "a name says nothing", "rename it", "" },
    { REMARK_PRAISE, "lib:7.c:1", "well done", "", "" },
    { REMARK_ACTIONABLE, "secret/1", "a test", "", "" },
};
static struct report_problem problem = {
    .sources = sources,
    .source_count = COUNT_OF(sources),
    .diagnostics = diagnostics,
    .diagnostic_count = COUNT_OF(diagnostics),
    .remarks = remarks,
    .remark_count = COUNT_OF(remarks),
};

Test(margin, holds_the_notes_of_its_file_by_line)
{
    struct margin margin;
    margin_make(&problem, &sources[0], &arena, &margin);
    cr_assert_eq(margin.count, 3);
    cr_assert_eq(margin.notes[0].line, 1);
    cr_assert_str_eq(margin.notes[0].label, "error");
    cr_assert_eq(margin.notes[0].kind, REMARK_ESSENTIAL);
    cr_assert_eq(margin.notes[1].line, 2);
    cr_assert_str_eq(margin.notes[1].change, "rename it");
    cr_assert_eq(margin.notes[2].line, 3);
    cr_assert_eq(margin.notes[2].kind, REMARK_ACTIONABLE);
}

Test(margin, does_not_say_again_what_the_compiler_said_of_the_line)
{
    struct margin margin;
    margin_make(&problem, &sources[0], &arena, &margin);
    for (size_t i = 0; i < margin.count; i++)
        cr_assert_null(strstr(margin.notes[i].text, "It does not compile"));
}

Test(margin, reads_a_place_though_the_name_has_a_colon)
{
    size_t source;
    unsigned line;
    cr_assert(margin_find(&problem, "lib:7.c:1", &source, &line));
    cr_assert_eq(source, 1);
    cr_assert_eq(line, 1);
}

Test(margin, finds_only_lines_that_are_there)
{
    static const char *const nowhere[] = { "main.c",    "main.c:",   "main.c:0",
                                           "main.c:4",  "main.c:1x", "main.c:99999999999",
                                           "main.c:-1", "xmain.c:1", "main.c2:1",
                                           "" };
    size_t source;
    unsigned line;
    cr_assert(margin_find(&problem, "main.c:3", &source, &line));
    for (size_t i = 0; i < COUNT_OF(nowhere); i++)
        cr_assert_not(margin_find(&problem, nowhere[i], &source, &line), "%s", nowhere[i]);
}

/* --- growth -------------------------------------------------------------------------------- */

static struct growth_line lines[] = {
    { .file = "main.c", .line = 2, .class = GROWTH_N_2, .share = 0.9 },
    { .file = "main.c", .line = 1, .class = GROWTH_N, .share = 0.06 },
    { .file = "main.c", .line = 3, .class = GROWTH_N, .share = 0.04 },
    { .file = "lib:7.c", .line = 1, .class = GROWTH_N, .share = 0.5 }
};
static struct growth_line_range unexecuted[] = { { "main.c", 1, 1 }, { "main.c", 2, 3 } };
static struct report_curve curve = { .resource = GROWTH_TIME, .not_measured = "", .required = "n" };

static void make_with_growth(bool met, struct margin *out)
{
    struct report_growth growth = { .not_measured = "",
                                    .curves = &curve,
                                    .curve_count = 1,
                                    .lines = lines,
                                    .line_count = COUNT_OF(lines),
                                    .unexecuted = unexecuted,
                                    .unexecuted_count = COUNT_OF(unexecuted) };
    const struct report_problem with = { .growth = &growth };
    curve.met = met;
    margin_make(&with, &sources[0], &arena, out);
}

Test(margin, the_lines_that_cost_most_are_noted)
{
    struct margin margin;
    make_with_growth(false, &margin);
    cr_assert_eq(margin.count, 4, "what costs under 5 %% is not noted");
    cr_expect(margin.notes[2].line == 2 && margin.notes[2].kind == REMARK_ACTIONABLE);
    cr_expect_str_eq(margin.notes[2].label, "n^2");
    cr_expect_str_eq(margin.notes[2].text, "90 % of the work");
    cr_expect(margin.notes[0].line == 1 && margin.notes[0].kind == REMARK_INFORMATIVE);
    make_with_growth(true, &margin);
    cr_expect(margin.notes[2].kind == REMARK_INFORMATIVE, "nothing to change when it is as asked");
}

Test(margin, lines_that_never_ran_are_noted_where_they_begin)
{
    struct margin margin;
    make_with_growth(true, &margin);
    cr_expect_str_eq(margin.notes[1].label, "never ran");
    cr_expect_str_eq(margin.notes[1].text, "while the growth was measured");
    cr_expect(margin.notes[3].line == 2);
    cr_expect_str_eq(margin.notes[3].text, "(to line 3) while the growth was measured");
    cr_expect(margin.notes[3].is_fact && margin.notes[3].last == 3);
}

static struct quality_lines never_executed[] = { { "main.c", 1, 1, false },
                                                 { "main.c", 2, 3, true },
                                                 { "other.c", 1, 1, false } };

/* What the tests show is said in place of what the growth shows. */
Test(margin, lines_that_no_public_test_executes_are_noted)
{
    struct report_growth growth = { .not_measured = "",
                                    .unexecuted = unexecuted,
                                    .unexecuted_count = COUNT_OF(unexecuted) };
    struct report_quality quality = { .not_analysed = "",
                                      .tests_executed = 40,
                                      .never_executed = never_executed,
                                      .never_executed_count = COUNT_OF(never_executed) };
    const struct report_problem with = { .growth = &growth, .quality = &quality };
    struct margin margin;
    margin_make(&with, &sources[0], &arena, &margin);
    cr_assert_eq(margin.count, 2);
    cr_expect_str_eq(margin.notes[0].label, "never executed");
    cr_expect_str_eq(margin.notes[0].text, "by any of 40 public tests");
    cr_expect_str_eq(margin.notes[1].label, "only when a call fails");
    cr_expect_str_eq(margin.notes[1].text, "(to line 3) by any of 40 public tests");
    cr_expect(margin.notes[1].is_fact && margin.notes[1].last == 3);
}

/* More of them than of all else: there is room for each. */
Test(margin, has_room_for_many_ranges_that_never_ran)
{
    static struct growth_line_range ranges[500];
    struct report_growth growth = { .not_measured = "",
                                    .unexecuted = ranges,
                                    .unexecuted_count = COUNT_OF(ranges) };
    const struct report_problem with = { .growth = &growth };
    struct margin margin;
    for (unsigned i = 0; i < COUNT_OF(ranges); i++)
        ranges[i] = (struct growth_line_range){ "main.c", 1 + 2 * i, 1 + 2 * i };
    margin_make(&with, &sources[0], &arena, &margin);
    cr_assert_eq(margin.count, COUNT_OF(ranges));
    for (size_t i = 0; i < margin.count; i++)
        cr_expect(margin.notes[i].is_fact && margin.notes[i].line == 1 + 2 * i);
}
