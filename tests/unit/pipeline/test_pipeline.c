/* test_pipeline.c - the whole line on a fake runner: each call of it may fail. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "grader/pipeline/pipeline.h"
#include "tests/support/e2e_fake_tools.h"
#include "tests/support/intake_repo.h"

static struct fake_tools *tools;
static struct intake_repo repo;
static struct arena arena;
static struct err err;

static void begin(void)
{
    tools = fake_tools_new();
    intake_repo_begin(&repo);
    intake_sh(&repo, "mkdir double greet; echo 'int a;' >double/a.c; echo 'int b;' >greet/b.c\n"
                     "git add -A; git commit -qm Solve");
}

static void end(void)
{
    intake_repo_end(&repo);
    fake_tools_free(tools);
    arena_release(&arena);
}

TestSuite(pipeline, .init = begin, .fini = end, .timeout = 120);

#define PACKAGES TREE "/tests/support/e2e_packages"

/* ---- one solution ---- */

static bool judge(const char *id, struct judgement *out)
{
    const char *source = arena_printf(&arena, "%s/%s", repo.path, id);
    const struct judge_one_request request = {
        .package_path = arena_printf(&arena, PACKAGES "/%s", id),
        .sources = &source,
        .source_count = 1,
        .stop = JUDGE_ALL,
    };
    struct judged_one judged;
    if (!pipeline_judge(&tools->means, &request, &arena, &judged, &err))
        return false;
    *out = judged.judgement;
    return true;
}

Test(pipeline, judges_one_solution)
{
    static const char *const ids[] = { "double", "greet" };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        struct judgement judgement;
        cr_assert(judge(ids[i], &judgement), "%s", err.text);
        cr_expect(judgement.verdict == VERDICT_ACCEPTED, "%s", judgement.cause);
    }
}

Test(pipeline, a_judgement_fails_with_any_call_and_leaves_nothing_open)
{
    size_t n = 1, files = fake_tools_open_files();
    for (;; n++) {
        struct judgement judgement = { .score = 77 };
        fake_tools_restart(tools, n);
        if (judge("double", &judgement))
            break;
        cr_assert(err.kind == ERR_FAULT && strstr(err.text, "fails on purpose"), "%s", err.text);
        cr_assert(judgement.score == 77, "an output changed");
        cr_assert(tools->fake.live == 0 && fake_tools_open_files() == files, "call %zu", n);
        cr_assert(n < 1000);
    }
    cr_expect(n > 15, "only %zu calls", n);
}

/* What it was asked before anything is compiled. */
Test(pipeline, bad_words_cost_no_run)
{
    struct judgement judgement;
    cr_expect(!judge("none", &judgement) && err.kind == ERR_INPUT);
    cr_expect(tools->fake.calls == 0);
}

/* ---- a repository ---- */

static const char *const folders[] = { PACKAGES };

static struct grade_request request_of(void)
{
    return (struct grade_request){ .repository = repo.path,
                                   .problem_folders = folders,
                                   .problem_folder_count = 1,
                                   .rubric_path = TREE "/rubrics/default.json",
                                   .jobs = 2,
                                   .grader_version = "test" };
}

static bool grade(struct report *out)
{
    const struct grade_request request = request_of();
    return pipeline_grade(&tools->means, &request, &arena, out, &err);
}

Test(pipeline, grades_a_repository)
{
    struct report report;
    cr_assert(grade(&report), "%s", err.text);
    cr_expect(report.problem_count == 2 && report.passed && report.points == report.max_points);
    cr_expect_str_eq(report.key, "practice");
    cr_expect_str_eq(report.protection[0], "fake");
    cr_expect(report.tool_count > 0);
    for (size_t i = 0; i < report.problem_count; i++)
        cr_expect(strlen(report.problems[i].package_hash) == 64 &&
                  strlen(report.problems[i].submission_hash) == 64);
}

/*
 * The first two calls are the reader's: without it there is no report. All later ones are made by
 * the workers, each of which counts on for itself from two: the problem is not graded, and no point
 * is lost by that.
 */
Test(pipeline, a_grading_that_fails_anywhere_is_never_a_lost_point)
{
    size_t n = 1, files = fake_tools_open_files(), not_graded = 0;
    for (;; n++) {
        struct report report = { .problem_count = 77 };
        fake_tools_restart(tools, n);
        bool reported = grade(&report);
        cr_assert(reported == (n > 2), "call %zu: %s", n, err.text);
        cr_assert(tools->fake.live == 0 && fake_tools_open_files() == files, "call %zu", n);
        cr_assert(n < 1000);
        if (!reported) {
            cr_assert(err.kind == ERR_FAULT && report.problem_count == 77);
            continue;
        }
        size_t failed = 0;
        cr_assert(report.problem_count == 2);
        for (size_t i = 0; i < 2; i++) {
            const struct report_problem *problem = &report.problems[i];
            bool graded = problem->status == STATUS_GRADED;
            failed += !graded;
            cr_assert(graded ? problem->verdict == VERDICT_ACCEPTED && problem->passed
                             : problem->status == STATUS_NOT_GRADED &&
                                   strstr(problem->not_graded, "fails on purpose"),
                      "call %zu: %s", n, problem->not_graded);
        }
        cr_assert(report.points == report.max_points, "call %zu", n);
        not_graded += failed;
        if (failed == 0)
            break;
    }
    cr_expect(not_graded > 20, "only %zu", not_graded);
}

static bool fails(const struct grade_request *request, const char *part)
{
    struct report report = { .problem_count = 77 };
    err_clear(&err);
    bool graded = pipeline_grade(&tools->means, request, &arena, &report, &err);
    cr_expect(!graded && err.kind == ERR_INPUT && strstr(err.text, part), "%s", err.text);
    return report.problem_count == 77;
}

Test(pipeline, refuses_what_it_cannot_grade_before_it_runs_anything)
{
    static const char *const none[] = { "none" }, *const nowhere[] = { "/nowhere" };
    struct grade_request request = request_of();
    request.rubric_path = "/nowhere.json";
    cr_expect(fails(&request, "/nowhere.json"));
    request = request_of();
    request.problem_folders = nowhere;
    cr_expect(fails(&request, "/nowhere"));
    request = request_of();
    request.only = none;
    request.only_count = 1;
    cr_expect(fails(&request, "no problem 'none'"));
    cr_expect(tools->fake.calls == 0);
    request = request_of();
    request.repository = "/nowhere";
    cr_expect(fails(&request, "/nowhere"));
    cr_expect(tools->fake.runs == 0);
}

/* A fault of the package's own is "not graded" too: the candidate is not to blame. */
Test(pipeline, a_package_at_fault_is_not_graded)
{
    struct report report;
    tools->fault = FAKE_NO_COMPILE;
    tools->broken = "numbers";
    cr_assert(grade(&report), "%s", err.text);
    cr_expect(report.problems[0].status == STATUS_NOT_GRADED);
    cr_expect(strstr(report.problems[0].not_graded, "generator") != NULL);
    cr_expect(report.problems[1].status == STATUS_GRADED && report.problems[1].passed);
}
