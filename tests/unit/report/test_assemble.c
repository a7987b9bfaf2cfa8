/* test_assemble.c - sums, order, and what costs nothing. */
#include <criterion/criterion.h>

#include "grader/report/assemble.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(assemble, .fini = release);

static struct report assemble(const struct report_problem *problems, size_t count)
{
    static const struct snapshot snapshot = { .origin = "o" };
    static const struct rubric rubric = { .id = "x", .title = "X", .pass_percent = 70 };
    struct assemble_request request = { .grader_version = "1",
                                        .snapshot = &snapshot,
                                        .rubric = &rubric,
                                        .key = "practice",
                                        .problems = problems,
                                        .problem_count = count };
    struct report report;
    report_assemble(&request, &arena, &report);
    return report;
}

Test(assemble, sorts_by_id_and_sums_what_was_graded)
{
    struct report_problem problems[] = {
        { .id = "b", .status = STATUS_GRADED, .points = 33.8, .max_points = 60, .passed = false },
        { .id = "c", .status = STATUS_NOT_GRADED, .points = 0, .max_points = 0 },
        { .id = "a", .status = STATUS_GRADED, .points = 0.1, .max_points = 60, .passed = true },
    };
    struct report report = assemble(problems, 3);
    cr_assert_str_eq(report.problems[0].id, "a");
    cr_assert_str_eq(report.problems[2].id, "c");
    cr_assert_eq(report.points, 33.9, "rounded, not 33.899999");
    cr_assert_eq(report.max_points, 120);
    cr_assert_not(report.passed);
}

Test(assemble, what_was_not_graded_does_not_spoil_a_pass)
{
    struct report_problem problems[] = {
        { .id = "b", .status = STATUS_GRADED, .points = 60, .max_points = 60, .passed = true },
        { .id = "c", .status = STATUS_NOT_GRADED },
        { .id = "d", .status = STATUS_NOT_SUBMITTED },
    };
    cr_assert(assemble(problems, 3).passed);
}

Test(assemble, nothing_graded_is_no_pass)
{
    struct report_problem problems[] = { { .id = "c", .status = STATUS_NOT_GRADED } };
    cr_assert_not(assemble(problems, 1).passed);
    cr_assert_not(assemble(NULL, 0).passed);
}

Test(assemble, missing_words_become_empty_ones)
{
    struct report report = assemble(NULL, 0);
    cr_assert_str_eq(report.author, "");
    cr_assert_str_eq(report.commit, "");
}
