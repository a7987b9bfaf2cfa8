/* test_remarks.c - what is told, in which order. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/report/remarks.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(remarks, .fini = release);

static struct report_case test_of(const char *name, const char *group, enum verdict verdict,
                                  const char *cause, const char *hint)
{
    return (struct report_case){ .name = name,
                                 .group = group,
                                 .is_sample = strcmp(group, "sample") == 0,
                                 .verdict = verdict,
                                 .cause = cause,
                                 .hint = hint };
}

static struct report_problem problem_of(struct report_case *cases, size_t count)
{
    struct report_problem problem = { .id = "x",
                                      .status = STATUS_GRADED,
                                      .compiled = true,
                                      .cause = "",
                                      .verdict = VERDICT_ACCEPTED,
                                      .time_limit_us = 1000000,
                                      .memory_limit_bytes = 64u << 20,
                                      .cases = cases,
                                      .case_count = count };
    for (size_t i = count; i > 0; i--)
        if (cases[i - 1].verdict > VERDICT_ACCEPTED)
            problem.verdict = cases[i - 1].verdict;
    return problem;
}

static void make(struct report_problem *problem, size_t most)
{
    const struct rubric rubric = { .show_remarks = most };
    remarks_make(problem, &rubric, &arena);
}

Test(remarks, begin_with_the_failed_sample)
{
    struct report_case cases[] = {
        test_of("sample/1", "sample", VERDICT_WRONG_ANSWER, "", ""),
        test_of("secret/a/1", "secret/a", VERDICT_TIME_LIMIT, "", ""),
        test_of("secret/b/1", "secret/b", VERDICT_RUN_ERROR, "signal 11", ""),
    };
    struct report_problem problem = problem_of(cases, 3);
    make(&problem, 10);
    cr_assert_eq(problem.remark_count, 3);
    cr_assert_str_eq(problem.remarks[0].where, "sample/1");
    cr_assert_eq(problem.remarks[0].kind, REMARK_ESSENTIAL);
    cr_assert(strstr(problem.remarks[1].text, "signal 11"));
    cr_assert_eq(problem.remarks[2].kind, REMARK_ACTIONABLE);
    cr_assert(strstr(problem.remarks[2].text, "Takes over 1000 ms (the time limit) in secret/a."));
    cr_assert(strstr(problem.remarks[2].change, "how the cost grows"));
}

Test(remarks, a_measured_limit_is_not_in_the_words)
{
    struct report_case cases[] = { test_of("secret/a/1", "secret/a", VERDICT_TIME_LIMIT, "", "") };
    struct report_problem problem = problem_of(cases, 1);
    problem.time_limit_is_measured = true;
    make(&problem, 10);
    cr_assert_null(strstr(problem.remarks[0].text, "1000"));
}

Test(remarks, hold_the_authors_hint_in_place_of_general_advice)
{
    struct report_case cases[] = {
        test_of("secret/a/1", "secret/a", VERDICT_WRONG_ANSWER, "", "equal keys?"),
    };
    struct report_problem problem = problem_of(cases, 1);
    make(&problem, 10);
    cr_assert_str_eq(problem.remarks[0].text, "Answers wrongly in secret/a.");
    cr_assert_str_eq(problem.remarks[0].change, "Hint: equal keys?");
    cr_assert_str_eq(problem.remarks[0].where, "secret/a/1");
}

Test(remarks, tell_a_verdict_once_and_count_its_groups)
{
    struct report_case cases[] = {
        test_of("secret/a/1", "secret/a", VERDICT_WRONG_ANSWER, "", ""),
        test_of("secret/a/2", "secret/a", VERDICT_WRONG_ANSWER, "", ""),
        test_of("secret/b/1", "secret/b", VERDICT_WRONG_ANSWER, "", ""),
        test_of("secret/c/1", "secret/c", VERDICT_WRONG_ANSWER, "", ""),
    };
    struct report_problem problem = problem_of(cases, 4);
    make(&problem, 10);
    cr_assert_eq(problem.remark_count, 1);
    cr_assert(strstr(problem.remarks[0].text, "in secret/a and 2 more groups."));
}

Test(remarks, are_cut_to_those_that_matter_most)
{
    struct report_case cases[] = {
        test_of("sample/1", "sample", VERDICT_WRONG_ANSWER, "", ""),
        test_of("secret/a/1", "secret/a", VERDICT_FORBIDDEN_CALL, "call of 'socket' refused", ""),
        test_of("secret/b/1", "secret/b", VERDICT_TIME_LIMIT, "", ""),
        test_of("secret/c/1", "secret/c", VERDICT_MEMORY_LIMIT, "", ""),
        test_of("secret/d/1", "secret/d", VERDICT_OUTPUT_LIMIT, "", ""),
    };
    for (size_t most = 0; most < 5; most++) {
        struct report_problem problem = problem_of(cases, 5);
        make(&problem, most);
        cr_assert_eq(problem.remark_count, most);
    }
    struct report_problem problem = problem_of(cases, 5);
    make(&problem, 2);
    cr_assert(strstr(problem.remarks[1].text, "call of 'socket' refused"));
}

Test(remarks, quote_the_first_error_of_the_compiler)
{
    struct report_diagnostic diagnostics[] = {
        { "a.c", 1, 1, "warning", "w" },
        { "a.c", 7, 3, "fatal error", "stdoi.h: No such file or directory" },
    };
    struct report_problem problem = { .verdict = VERDICT_COMPILE_ERROR,
                                      .cause = "1 error",
                                      .diagnostics = diagnostics,
                                      .diagnostic_count = 2 };
    make(&problem, 3);
    cr_assert_eq(problem.remark_count, 1);
    cr_assert_eq(problem.remarks[0].kind, REMARK_ESSENTIAL);
    cr_assert(strstr(problem.remarks[0].text, "stdoi.h: No such file or directory"));
    cr_assert_str_eq(problem.remarks[0].where, "a.c:7");
    problem.diagnostic_count = 0;
    problem.cause = "took over 10 s to compile";
    make(&problem, 3);
    cr_assert_str_eq(problem.remarks[0].text, "It does not compile: took over 10 s to compile.");
}

static const char *of_compile(struct report_diagnostic *diagnostics, size_t count)
{
    static struct report_source own = { .path = "a.c" };
    static struct report_problem problem;
    problem = (struct report_problem){ .verdict = VERDICT_COMPILE_ERROR,
                                       .cause = "",
                                       .diagnostics = diagnostics,
                                       .diagnostic_count = count,
                                       .sources = &own,
                                       .source_count = 1 };
    make(&problem, 3);
    cr_assert_eq(problem.remark_count, 1);
    cr_assert_eq(problem.remarks[0].kind, REMARK_ESSENTIAL);
    return problem.remarks[0].text;
}

/* The file that the linker names is the problem's, which the candidate has never seen. */
Test(remarks, name_what_the_api_asks_for_and_nobody_defines)
{
    struct report_diagnostic missing[] = {
        { "a.c", 1, 1, "warning", "w" },
        { "driver.c", 0, 0, "error", "undefined reference to 'size'" },
        { "driver.c", 0, 0, "error", "undefined reference to 'put'" },
        { "", 0, 0, "error", "undefined reference to 'put'" },
        { "driver.c", 0, 0, "error", "undefined reference to 'get'" },
        { "driver.c", 0, 0, "error", "undefined reference to 'free'" },
    };
    cr_expect_str_eq(of_compile(missing, 3), "It does not compile. None of your files defines "
                                             "'size', 'put', which the problem's header declares.");
    cr_expect_str_eq(of_compile(missing, 6),
                     "It does not compile. None of your files defines 'size', 'put', 'get' and 1 "
                     "more, which the problem's header declares.");
}

Test(remarks, tell_a_missing_main_from_one_too_many)
{
    struct report_diagnostic none[] = { { "", 0, 0, "error", "undefined reference to 'main'" } };
    struct report_diagnostic both[] = {
        { "driver.c", 0, 0, "error", "multiple definition of 'main'" },
        { "driver.c", 0, 0, "error", "undefined reference to 'size'" },
    };
    struct report_diagnostic own[] = { { "a.c", 0, 0, "error", "multiple definition of 'main'" } };
    struct report_diagnostic call[] = { { "a.c", 0, 0, "error", "undefined reference to 'f'" } };
    cr_expect_str_eq(of_compile(none, 1),
                     "It does not compile. None of your files defines 'main'.");
    cr_expect_str_eq(of_compile(both, 2),
                     "It does not compile: the problem brings its own main; remove yours.");
    cr_expect_str_eq(of_compile(own, 1), "It does not compile: multiple definition of 'main'");
    cr_expect_str_eq(of_compile(call, 1), "It does not compile: undefined reference to 'f'");
}

Test(remarks, praise_what_passes_and_mention_white_space_and_warnings)
{
    struct report_case cases[] = { test_of("secret/a/1", "secret/a", VERDICT_ACCEPTED, "", "") };
    struct report_diagnostic diagnostics[] = { { "a.c", 3, 1, "warning", "unused" },
                                               { "a.c", 4, 1, "warning", "unused too" } };
    struct report_problem problem = problem_of(cases, 1);
    problem.white_space_differs = true;
    problem.diagnostics = diagnostics;
    problem.diagnostic_count = 2;
    make(&problem, 10);
    cr_assert_eq(problem.remark_count, 3);
    cr_assert_eq(problem.remarks[0].kind, REMARK_INFORMATIVE);
    cr_assert_str_eq(problem.remarks[1].text, "The compiler warns 2 times, first: unused");
    cr_assert_eq(problem.remarks[2].kind, REMARK_PRAISE);
}

Test(remarks, speak_in_the_rubrics_own_words_where_it_has_them)
{
    struct report_case cases[] = {
        test_of("secret/a/1", "secret/a", VERDICT_TIME_LIMIT, "", ""),
        test_of("secret/b/1", "secret/b", VERDICT_RUN_ERROR, "signal 11", ""),
    };
    struct rubric rubric = { .show_remarks = 5 };
    rubric.advice[ADVICE_TIME_LIMIT] = (struct rubric_advice){ "See lecture 7.", "https://x/7" };
    rubric.advice[ADVICE_RUN_ERROR].read_on = "";
    struct report_problem problem = problem_of(cases, 2);
    remarks_make(&problem, &rubric, &arena);
    cr_assert_str_eq(problem.remarks[1].change, "See lecture 7.");
    cr_assert_str_eq(problem.remarks[1].read_on, "https://x/7");
    cr_assert(strstr(problem.remarks[0].change, "-fsanitize=address"));
    cr_assert_str_eq(problem.remarks[0].read_on, "");
}
