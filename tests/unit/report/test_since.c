/* test_since.c - what two reports differ in, and what is no difference. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/report/parse_json.h"
#include "grader/report/render_since.h"
#include "grader/report/since.h"
#include "tests/support/report_random.h"
#include "tests/support/report_sample.h"

static struct arena arena;
static struct report earlier, report;
static struct report_since since;

static void start(void)
{
    report_sample_earlier(&arena, &earlier);
    report_sample_make(&arena, &report);
    since_make(&earlier, &report, &arena, &since);
}

static void release(void)
{
    arena_release(&arena);
}

TestSuite(since, .init = start, .fini = release);

/* The change of a problem whose `what` begins so; NULL: there is none. */
static const struct report_change *find(const char *problem, const char *what)
{
    for (size_t i = 0; i < since.change_count; i++)
        if (strcmp(since.changes[i].problem, problem) == 0 &&
            strncmp(since.changes[i].what, what, strlen(what)) == 0)
            return &since.changes[i];
    return NULL;
}

static void assert_change(const char *problem, const char *what, enum change_kind kind,
                          const char *before, const char *after)
{
    const struct report_change *change = find(problem, what);
    cr_assert(change, "%s: %s", problem, what);
    cr_assert_str_eq(change_kind_name(change->kind), change_kind_name(kind));
    cr_assert_str_eq(change->before, before);
    cr_assert_str_eq(change->after, after);
}

static bool has_note(const char *words)
{
    for (size_t i = 0; i < since.note_count; i++)
        if (strstr(since.notes[i], words))
            return true;
    return false;
}

/* --- what changed -------------------------------------------------------------------------- */

Test(since, a_mended_solution_is_better_and_its_failure_fixed)
{
    assert_change("lrucache", "points", CHANGE_BETTER, "55 of 85", "85 of 85");
    assert_change("lrucache", "verdict", CHANGE_BETTER, "WA", "AC");
    assert_change("lrucache", "test secret/3-large/million", CHANGE_FIXED, "WA", "AC");
    assert_change("lrucache", "Answers wrongly", CHANGE_FIXED, "lru.c:88", "");
    assert_change("lrucache", "criterion Groups", CHANGE_BETTER, "30 of 45", "45 of 45");
}

Test(since, a_broken_solution_is_worse_and_its_failures_are_told)
{
    assert_change("ratelimiter", "verdict", CHANGE_WORSE, "AC", "WA");
    assert_change("ratelimiter", "test sample/2", CHANGE_WORSE, "AC", "WA");
    assert_change("ratelimiter", "messages of the compiler", CHANGE_WORSE, "0", "1");
    const struct report_change *remark = find("ratelimiter", "A sample of the statement fails");
    cr_assert(remark && remark->kind == CHANGE_NEW);
    cr_assert(since_is_worse(&since));
}

Test(since, a_slower_growing_cost_is_better)
{
    assert_change("longestincreasing", "growth of time", CHANGE_BETTER, "n^3", "n^2");
}

Test(since, a_problem_that_came_is_better_and_one_that_went_is_worse)
{
    assert_change("runningmedian", "the problem", CHANGE_BETTER, "not submitted",
                  "WA, 0 of 60 points");
    assert_change("editdistance", "the problem", CHANGE_WORSE, "TLE, 12 of 60 points",
                  "not submitted");
}

/* It may not have been asked for: no change for the worse. */
Test(since, what_only_one_report_has_is_told_by_which)
{
    const char *gone = report.problems[0].id;
    size_t count = report.problem_count;
    report.problems++;
    report.problem_count--;
    since_make(&earlier, &report, &arena, &since);
    const struct report_change *change = find(gone, "the problem");
    cr_assert(change && change->kind == CHANGE_OTHER, "%s", gone);
    cr_expect_str_eq(change->after, "not in this report");
    since_make(&report, &earlier, &arena, &since);
    change = find(gone, "the problem");
    cr_assert(change && change->kind == CHANGE_OTHER, "%s of %zu", gone, count);
    cr_expect_str_eq(change->before, "not in the earlier report");
}

Test(since, a_report_compared_with_itself_shows_nothing)
{
    since_make(&report, &report, &arena, &since);
    cr_assert_eq(since.change_count, 0);
    cr_assert(has_note("same commit"));
    cr_assert_not(since_is_worse(&since));
}

Test(since, what_is_measured_is_no_change)
{
    struct report again;
    report_sample_make(&arena, &again);
    for (size_t i = 0; i < again.problem_count; i++) {
        again.problems[i].time_limit_us += 1000;
        again.problems[i].borderline = true;
        for (size_t k = 0; k < again.problems[i].case_count; k++)
            again.problems[i].cases[k].cpu_us *= 3;
    }
    since_make(&report, &again, &arena, &since);
    cr_assert_eq(since.change_count, 0);
}

Test(since, a_remark_that_only_moved_is_the_same)
{
    struct report moved;
    report_sample_make(&arena, &moved);
    for (size_t i = 0; i < moved.problem_count; i++)
        for (size_t k = 0; k < moved.problems[i].remark_count; k++)
            if (strstr(moved.problems[i].remarks[k].text, "lines 5"))
                moved.problems[i].remarks[k].text =
                    "The two nested loops in lines 105\xe2\x80\x93"
                    "107 take n^2, but n log n is asked for. That is too slow in secret/3-large.";
    since_make(&report, &moved, &arena, &since);
    cr_assert_eq(since.change_count, 0, "%s", since.changes[0].what);
}

Test(since, something_we_could_not_grade_is_neither_better_nor_worse)
{
    for (size_t i = 0; i < report.problem_count; i++)
        if (report.problems[i].status == STATUS_GRADED)
            report.problems[i].status = STATUS_NOT_GRADED;
    since_make(&earlier, &report, &arena, &since);
    const struct report_change *change = find("lrucache", "the problem");
    cr_assert(change && change->kind == CHANGE_OTHER);
}

Test(since, other_totals_are_compared_by_share)
{
    for (size_t i = 0; i < report.problem_count; i++)
        if (strcmp(report.problems[i].id, "lrucache") == 0) {
            report.problems[i].points = 60; /* all of it, where it was 55 of 85 */
            report.problems[i].max_points = 60;
        }
    since_make(&earlier, &report, &arena, &since);
    assert_change("lrucache", "points", CHANGE_BETTER, "55 of 85", "60 of 60");
}

/* --- what makes it unfair ------------------------------------------------------------------ */

Test(since, unlike_reports_are_compared_with_a_note)
{
    earlier.author = "Somebody Else";
    earlier.rubric_id = "strict";
    earlier.key = "secret";
    since_make(&earlier, &report, &arena, &since);
    cr_assert(has_note("different candidates ('Somebody Else', 'Ada Lovelace')"));
    cr_assert(has_note("rubrics are different ('strict', 'interview')"));
    cr_assert(has_note("keys are different (secret, practice)"));
    cr_assert(has_note("versions of grader are different (0.0.9, 0.1.0)"));
    cr_assert_gt(since.change_count, 0);
}

Test(since, swapped_reports_are_told)
{
    since_make(&report, &earlier, &arena, &since);
    cr_assert(has_note("perhaps they are swapped"));
    assert_change("lrucache", "verdict", CHANGE_WORSE, "AC", "WA");
}

Test(since, a_clone_elsewhere_is_the_same_candidate)
{
    earlier.origin = "/elsewhere";
    since_make(&earlier, &report, &arena, &since);
    cr_assert_not(has_note("different candidates"));
}

/* --- attached ------------------------------------------------------------------------------ */

Test(since, grading_the_same_again_keeps_what_was_found)
{
    struct report again;
    report_sample_make(&arena, &again);
    again.since = NULL;
    since_attach(&report, &arena, &again);
    cr_assert_eq(again.since, report.since);
    report.since = NULL;
    since_attach(&report, &arena, &again);
    cr_assert_null(again.since);
}

Test(since, another_candidates_report_is_not_attached)
{
    report.since = NULL;
    earlier.author = "Somebody Else";
    since_attach(&earlier, &arena, &report);
    cr_assert_null(report.since);
}

/* --- hostile reports ----------------------------------------------------------------------- */

Test(since, compares_reports_full_of_hostile_bytes)
{
    for (uint64_t seed = 0; seed < 100; seed++) {
        struct report a, b;
        report_random_make(seed, false, &arena, &a);
        report_random_make(seed + 1, false, &arena, &b);
        since_make(&a, &b, &arena, &since);
        for (size_t i = 0; i < since.change_count; i++)
            cr_assert(since.changes[i].problem && since.changes[i].what &&
                      since.changes[i].before && since.changes[i].after);
    }
}

Test(since, a_long_list_of_changes_is_cut_and_the_rest_counted)
{
    enum { MANY = 900 };
    struct report many = {
        .author = "", .origin = "", .rubric_id = "", .key = "", .grader_version = "", .commit = ""
    };
    many.problems = ARENA_ARRAY(&arena, MANY, struct report_problem);
    many.problem_count = MANY;
    for (size_t i = 0; i < MANY; i++)
        many.problems[i] = (struct report_problem){ .id = arena_printf(&arena, "p%zu", i) };
    struct report none = many;
    none.problem_count = 0;
    since_make(&none, &many, &arena, &since);
    cr_assert_eq(since.change_count, 500);
    cr_assert_eq(since.changes_more, MANY - 500);
}

/* --- golden files -------------------------------------------------------------------------- */

static void compare_golden(const char *file, const char *format)
{
    struct err err = { 0 };
    const struct render_options plain = { .width = 100 };
    SCOPED_BUF out;
    buf_init(&out, RENDER_BYTES_MAX);
    report.since = &since;
    cr_assert(since_renderer_find(format)(&report, &plain, &out));
    const char *path = arena_printf(&arena, TREE "/tests/golden/report/%s", file);
    const char *mode = getenv("GOLDEN");
    if (mode && strcmp(mode, "write") == 0)
        cr_assert(file_write(path, out.bytes, out.length, &err), "%s", err.text);
    struct str golden;
    cr_assert(file_read(path, RENDER_BYTES_MAX, &arena, &golden, &err), "%s", err.text);
    cr_assert(str_equal(golden, (struct str){ out.bytes, out.length }), "%s differs", path);
}

Test(since, text_is_as_agreed)
{
    compare_golden("diff.txt", "text");
}

Test(since, json_is_as_agreed)
{
    compare_golden("diff.json", "json");
}

Test(since, markdown_is_as_agreed)
{
    compare_golden("diff.md", "md");
}

Test(since, html_is_the_page_of_the_report)
{
    SCOPED_BUF page;
    SCOPED_BUF diff;
    buf_init(&page, RENDER_BYTES_MAX);
    buf_init(&diff, RENDER_BYTES_MAX);
    cr_assert(render_html.render(&report, NULL, &page));
    cr_assert(since_renderer_find("html")(&report, NULL, &diff));
    cr_assert(str_equal((struct str){ page.bytes, page.length },
                        (struct str){ diff.bytes, diff.length }));
    cr_assert_null(since_renderer_find("junit"));
}
