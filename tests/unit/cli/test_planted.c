/* test_planted.c - one flaw in each of many submissions: the first remark names it and its line.
 *
 * tests/planted/ holds a solution a file, all to the same problem. The line of the flaw ends in a
 * comment FLAW: and words that the remark must say. A new file needs no line here.
 */
#include <criterion/criterion.h>
#include <glob.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/report/parse_json.h"
#include "tests/support/e2e_run.h"
#include "tests/support/report_mask.h"

static struct e2e e2e;
static struct report report;

static void begin(void)
{
    e2e_begin(&e2e);
}
static void end(void)
{
    e2e_end(&e2e);
}
TestSuite(planted, .init = begin, .fini = end, .timeout = 300);

/* Each solution gets a copy of the package that has its name, so that one grading grades them all.
 */
static void grade_all(void)
{
    struct err err = { 0 };
    struct str text;
    e2e_sh(&e2e, "for f in " TREE "/tests/planted/*.c; do\n"
                 "    name=$(basename \"$f\" .c); id=$(echo \"$name\" | tr -d _)\n"
                 "    mkdir -p problems repo/$id\n"
                 "    cp -R " TREE "/tests/planted/package problems/$id\n"
                 "    cp \"$f\" repo/$id/\n"
                 "done");
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--problems", "problems", "--out",
                                       "o", "--format", "json", NULL);
    e2e_ended(&got, 1);
    cr_assert(file_read(e2e_path(&e2e, "o/report.json"), 64 << 20, &e2e.arena, &text, &err));
    cr_assert(report_parse("report.json", text, &e2e.arena, &report, &err), "%s", err.text);
}

static const struct report_problem *problem_of(const char *file)
{
    for (size_t i = 0; i < report.problem_count; i++)
        if (report.problems[i].source_count == 1 &&
            strcmp(report.problems[i].sources[0].path, file) == 0)
            return &report.problems[i];
    cr_assert_fail("%s was not graded", file);
    return NULL;
}

/* The line and the words of the file's mark. */
static unsigned find_flaw(struct str text, struct str *out_words)
{
    static const char mark[] = "/* FLAW: ";
    unsigned number = 0;
    struct str line;
    while (str_next_line(&text, &line)) {
        number++;
        const char *at = memmem(line.at, line.length, mark, strlen(mark));
        if (!at)
            continue;
        at += strlen(mark);
        const char *end = memmem(at, (size_t)(line.at + line.length - at), " */", 3);
        cr_assert(end);
        *out_words = (struct str){ at, (size_t)(end - at) };
        return number;
    }
    cr_assert_fail("no FLAW is marked");
    return 0;
}

static void check(const char *path)
{
    const char *file = strrchr(path, '/') + 1;
    struct err err = { 0 };
    struct str text, words;
    cr_assert(file_read(path, 1 << 20, &e2e.arena, &text, &err), "%s", err.text);
    unsigned line = find_flaw(text, &words);
    const struct report_problem *problem = problem_of(file);
    cr_assert(problem->status == STATUS_GRADED, "%s: %s", file, problem->not_graded);
    cr_assert(problem->remark_count > 0, "%s: no remark", file);
    const struct report_remark *first = &problem->remarks[0];
    const char *place = arena_printf(&e2e.arena, "%s:%u", file, line);
    cr_expect(strcmp(first->where, place) == 0 &&
                  memmem(first->text, strlen(first->text), words.at, words.length),
              "%s: the first remark is '%s: %s', not '%.*s'", place, first->where, first->text,
              (int)words.length, words.at);
    cr_expect(first->change[0] && !problem->passed == (problem->verdict != VERDICT_ACCEPTED),
              "%s: it says what to change", place);
}

Test(planted, the_first_remark_names_the_flaw_and_its_line)
{
    glob_t files;
    grade_all();
    cr_assert_eq(glob(TREE "/tests/planted/*.c", 0, NULL, &files), 0);
    cr_assert_geq(files.gl_pathc, 10);
    for (size_t i = 0; i < files.gl_pathc; i++)
        check(files.gl_pathv[i]);
    globfree(&files);
}

/* The same problem's own solution has nothing to be told but praise. */
Test(planted, a_solution_without_a_flaw_is_praised)
{
    e2e_sh(&e2e, "mkdir -p problems repo/package\n"
                 "cp -R " TREE "/tests/planted/package problems/\n"
                 "cp problems/package/submissions/accepted/reference.c repo/package/");
    e2e_commit(&e2e);
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--problems", "problems", "--format", "json", NULL);
    struct err err = { 0 };
    e2e_ended(&got, 0);
    cr_assert(report_parse("report.json", str_of(got.out), &e2e.arena, &report, &err));
    const struct report_problem *problem = &report.problems[0];
    cr_expect(problem->points >= 0.99 * problem->max_points); /* main has complexity 8, not 7 */
    cr_assert(problem->remark_count == 1 && problem->remarks[0].kind == REMARK_PRAISE, "%s",
              problem->remarks[0].text);
    cr_expect(strstr(problem->remarks[0].text, "Time grows as n log n, as asked."), "%s",
              problem->remarks[0].text);
}

/* A whole report with growth and inspection, twice; the second time with nothing in the cache, so
 * that the reference is measured anew too. */
Test(planted, two_gradings_differ_only_in_what_is_marked_as_measured)
{
    struct buf masked[2];
    e2e_sh(&e2e, "mkdir -p problems repo/package\n"
                 "cp -R " TREE "/tests/planted/package problems/\n"
                 "cp " TREE "/tests/planted/two_loops.c repo/package/");
    e2e_commit(&e2e);
    for (size_t i = 0; i < 2; i++) {
        struct e2e_result got =
            e2e_grader(&e2e, "grade", "repo", "--problems", "problems", "--format", "json", NULL);
        e2e_ended(&got, 1);
        buf_init(&masked[i], 64 << 20);
        report_mask_json((struct str){ got.out, got.out_size }, &masked[i]);
        e2e_sh(&e2e, "rm -rf cache/*");
    }
    cr_assert(buf_ok(&masked[0]) && buf_ok(&masked[1]));
    cr_expect(strstr(buf_text(&masked[0]), "\"class\": \"n^2\""));
    cr_expect_str_eq(buf_text(&masked[0]), buf_text(&masked[1]));
    buf_release(&masked[0]);
    buf_release(&masked[1]);
}
