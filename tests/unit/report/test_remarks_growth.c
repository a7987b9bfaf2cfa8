/* test_remarks_growth.c - what is told of the growth: the lines, the class, what to do. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/report/disclose.h"
#include "grader/report/remarks.h"
#include "tests/support/report_sample.h"

static struct arena arena;
static struct report_problem problem;
static struct report_case cases[2];
static struct report_source source;

static void release(void)
{
    arena_release(&arena);
}

static void begin(void)
{
    static const char text[] = "#include <stdio.h>\n\nint main(void)\n{\n"
                               "    for (int i = 0; i < n; i++)\n"
                               "        for (int j = 0; j < i; j++)\n"
                               "            work(i, j);\n}\n";
    source = (struct report_source){ "main.c", str_of(text), false };
    cases[0] = (struct report_case){ .name = "secret/1-small/01",
                                     .group = "secret/1-small",
                                     .verdict = VERDICT_ACCEPTED,
                                     .cause = "",
                                     .hint = "" };
    cases[1] = (struct report_case){ .name = "secret/3-large/01",
                                     .group = "secret/3-large",
                                     .verdict = VERDICT_TIME_LIMIT,
                                     .cause = "",
                                     .hint = "" };
    problem = (struct report_problem){
        .id = "x",
        .status = STATUS_GRADED,
        .compiled = true,
        .cause = "",
        .verdict = VERDICT_TIME_LIMIT,
        .cases = cases,
        .case_count = 2,
        .sources = &source,
        .source_count = 1,
        .growth = report_growth_of(report_sample_growth(&arena, true), &arena),
    };
}
TestSuite(remarks_growth, .init = begin, .fini = release);

static const struct report_remark *first(void)
{
    const struct rubric rubric = { .show_remarks = 10 };
    remarks_make(&problem, &rubric, &arena);
    cr_assert_gt(problem.remark_count, 0);
    return &problem.remarks[0];
}

static size_t count_of(const char *part)
{
    size_t count = 0;
    for (size_t i = 0; i < problem.remark_count; i++)
        count += strstr(problem.remarks[i].text, part) != NULL;
    return count;
}

Test(remarks_growth, what_is_too_slow_is_told_once_with_its_loops)
{
    const struct report_remark *remark = first();
    cr_expect_str_eq(remark->where, "main.c:5");
    cr_expect_str_eq(remark->text, "The two nested loops in lines 5\xe2\x80\x93"
                                   "7 take n^2, but n log n is asked for. That is too slow in "
                                   "secret/3-large.");
    cr_expect_eq(remark->kind, REMARK_ACTIONABLE);
    cr_expect(strstr(remark->change, "Count how often the inner line runs"));
    cr_expect(strstr(remark->read_on, "https://") == remark->read_on);
    cr_expect(count_of("secret/3-large") == 1, "no other remark says so again");
}

Test(remarks_growth, the_authors_hint_says_what_to_change)
{
    cases[1].hint = "Is each number compared with all before it?";
    cr_expect_str_eq(first()->change, "Hint: Is each number compared with all before it?");
}

Test(remarks_growth, without_lines_the_test_is_the_place)
{
    problem.growth->line_count = 0;
    const struct report_remark *remark = first();
    cr_expect_str_eq(remark->where, "secret/3-large/01");
    cr_expect(strstr(remark->text, "Time grows as n^2, but n log n is asked for.") == remark->text);
}

Test(remarks_growth, what_passes_but_grows_too_fast_is_told_by_its_multiple)
{
    cases[1].verdict = VERDICT_ACCEPTED;
    problem.verdict = VERDICT_ACCEPTED;
    cr_expect(strstr(first()->text, "That is 94 times the reference's cost at n = 8192."), "%s",
              first()->text);
    cr_expect(count_of("as asked") == 0, "no praise for it");
}

Test(remarks_growth, a_line_outside_of_loops_is_told_as_a_line)
{
    source.bytes = str_of("int a;\nint b;\nint c;\nint d;\nint e;\nf();\ng();\n");
    cr_expect(strstr(first()->text, "Lines 6\xe2\x80\x93"
                                    "7 take n^2, but n log n") == problem.remarks[0].text,
              "%s", problem.remarks[0].text);
}

Test(remarks_growth, too_slow_without_growing_too_fast_is_told_as_before)
{
    problem.growth->curves[GROWTH_TIME].met = true;
    cr_expect_str_eq(first()->where, "secret/3-large/01");
    cr_expect(count_of("(the time limit)") == 1);
}

Test(remarks_growth, what_is_as_asked_is_praised)
{
    cases[1].verdict = VERDICT_ACCEPTED;
    problem.verdict = VERDICT_ACCEPTED;
    problem.growth = report_growth_of(report_sample_growth(&arena, false), &arena);
    const struct report_remark *remark = first();
    cr_expect_eq(remark->kind, REMARK_PRAISE);
    cr_expect(strstr(remark->text, "Time grows as 1 or log n for each operation, as asked."));
}

Test(remarks_growth, what_may_be_anything_is_not_praised)
{
    cases[1].verdict = VERDICT_ACCEPTED;
    problem.verdict = VERDICT_ACCEPTED;
    problem.growth = report_growth_of(report_sample_growth(&arena, false), &arena);
    struct report_curve *time = &problem.growth->curves[GROWTH_TIME];
    const char *many[] = { "1", "log n", "sqrt n" };
    time->candidates = many;
    time->candidate_count = 3;
    cr_expect(count_of("as asked") == 0);
}

Test(remarks_growth, a_suspicion_asks_for_a_person)
{
    problem.growth->suspicion = "main.c:3: an attribute that switches counting off";
    first();
    cr_expect(count_of("A person should look at how its work was counted: main.c:3: an attribute "
                       "that switches counting off.") == 1);
}

Test(remarks_growth, memory_has_a_remark_of_its_own)
{
    problem.growth->curves[GROWTH_HEAP].not_measured = "";
    problem.growth->curves[GROWTH_HEAP].required = "n";
    problem.growth->curves[GROWTH_HEAP].has_fit = true;
    problem.growth->curves[GROWTH_HEAP].class = GROWTH_N_2;
    first();
    cr_expect(count_of("The heap grows as n^2, but n is asked for.") == 1);
}

/* --- the likely reason --------------------------------------------------------------------- */

Test(remarks_growth, a_telling_warning_comes_first_when_tests_fail)
{
    struct report_diagnostic warnings[] = {
        { "main.c", 3, 1, "warning", "unused variable 'x' [-Wunused-variable]" },
        { "main.c", 6, 9, "warning",
          "suggest parentheses around assignment used as truth value [-Wparentheses]" },
    };
    problem.diagnostics = warnings;
    problem.diagnostic_count = 2;
    cases[0].verdict = VERDICT_WRONG_ANSWER;
    const struct report_remark *remark = first();
    cr_expect_str_eq(remark->where, "main.c:6");
    cr_expect_eq(remark->kind, REMARK_ESSENTIAL);
    cr_expect(strstr(remark->text, "suggest parentheses around assignment"));
    cr_expect(count_of("suggest parentheses") == 1);
    cr_expect(count_of("The compiler also warns: unused variable") == 1);
    cases[0].verdict = VERDICT_ACCEPTED;
    warnings[1].message = "comparison of different signedness [-Wsign-compare]";
    cr_expect_neq(first()->kind, REMARK_ESSENTIAL, "that would not make it slow");
    warnings[1].message = "suggest braces around empty body [-Wempty-body]";
    cr_expect_eq(first()->kind, REMARK_ESSENTIAL, "but this might");
}

/* With a second parameter there is no class to name: the powers by which it grows too fast. */
Test(remarks_growth, two_parameters_are_told_by_their_powers)
{
    struct report_curve *time = &problem.growth->curves[GROWTH_TIME];
    time->has_fit = false;
    time->required = "n + m";
    time->excess_exponent = 0.98;
    time->excess_exponent_m = 0.02;
    for (size_t i = 0; i < problem.growth->line_count; i++) {
        problem.growth->lines[i].class = GROWTH_1;
        problem.growth->lines[i].pace = i < 2 ? PACE_N : PACE_WITHIN;
        problem.growth->lines[i].excess_exponent = 0.97;
    }
    cr_expect_str_eq(first()->text,
                     "The loop in lines 6\xe2\x80\x93"
                     "7 grows n^0.97 faster than n + m. Time grows by n^0.98 and m^0.02 more than "
                     "n + m, which is asked for. That is too slow in secret/3-large.");
}
