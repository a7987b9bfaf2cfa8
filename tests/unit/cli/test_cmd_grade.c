/* test_cmd_grade.c - grader grade, by the real program: what it grades, says and writes. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "tests/support/e2e_run.h"
#include "tests/support/intake_server.h"
#include "tests/support/report_mask.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(cmd_grade, .init = begin, .fini = end, .timeout = 120);

static void put_both(const char *doubles)
{
    e2e_put(&e2e, "repo/double/main.c", doubles);
    e2e_put(&e2e, "repo/solutions/greet/greet.c", e2e_greet_right);
    e2e_commit(&e2e);
}

static const char *masked(void (*mask)(struct str, struct buf *), const char *text)
{
    cr_assert(text != NULL, "no such file");
    struct buf out;
    buf_init(&out, 64 << 20);
    mask(str_of(text), &out);
    cr_assert(buf_ok(&out) && out.length > 100);
    const char *copy = arena_strdup(&e2e.arena, buf_text(&out));
    buf_release(&out);
    return copy;
}

Test(cmd_grade, everything_right_is_exit_code_0)
{
    put_both(e2e_double_right);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "2 of 2 graded problems") && e2e_has(got.out, "Ann Example"), "%s",
              got.out);
    cr_expect(got.err_size == 0, "%s", got.err);
}

Test(cmd_grade, one_problem_below_the_bar_is_exit_code_1)
{
    put_both(e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "1 of 2 graded problems") && e2e_has(got.out, "wrong answer"), "%s",
              got.out);
    cr_expect(got.err_size == 0, "%s", got.err);
}

Test(cmd_grade, grades_what_was_committed_and_not_what_lies_there)
{
    put_both(e2e_double_wrong);
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--problem", "double", NULL);
    e2e_ended(&got, 1);
    e2e_sh(&e2e, "cd repo; git checkout -q -b better; git commit -qam Better; git tag v1;"
                 "git checkout -q main");
    const char *const revisions[] = { "better", "v1", "refs/heads/better" };
    for (size_t i = 0; i < COUNT_OF(revisions); i++) {
        got = e2e_grader(&e2e, "grade", "repo", "--rev", revisions[i], "--problem", "double", NULL);
        e2e_ended(&got, 0);
    }
    char *id = arena_strdup(&e2e.arena, e2e_sh(&e2e, "cd repo; git rev-parse better"));
    id[40] = '\0';
    got = e2e_grader(&e2e, "grade", "repo", "--rev", id, "--problem", "double", NULL);
    e2e_ended(&got, 0);
}

Test(cmd_grade, a_wanted_problem_without_a_folder_is_named_in_the_report)
{
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--problem=double", "--problem=greet", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "not submitted"), "%s", got.out);
}

Test(cmd_grade, writes_html_and_json_and_says_where)
{
    put_both(e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "a/b/report", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "a/b/report/report.html") &&
                  e2e_has(got.out, "a/b/report/report.json"),
              "%s", got.out);
    cr_expect_str_eq(e2e_sh(&e2e, "ls -A a/b/report"), "report.html\nreport.json\n");
}

Test(cmd_grade, render_of_its_json_gives_the_same_bytes)
{
    put_both(e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "o", "--format", "html",
                                       "--format", "json", "--format", "text", NULL);
    e2e_ended(&got, 1);
    cr_expect_str_eq(e2e_sh(&e2e, "ls -A o"), "report.html\nreport.json\nreport.txt\n");
    const char *const kinds[][2] = { { "html", "o/report.html" }, { "json", "o/report.json" } };
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        got = e2e_grader(&e2e, "render", "o/report.json", "--format", kinds[i][0], NULL);
        e2e_ended(&got, 0);
        cr_expect_str_eq(got.out, e2e_read(&e2e, kinds[i][1]), "%s differs", kinds[i][0]);
        got = e2e_grader(&e2e, "render", "o/report.json", "--format", kinds[i][0], "--out", "again",
                         NULL);
        e2e_ended(&got, 0);
        cr_expect(got.out_size == 0);
        cr_expect_str_eq(e2e_read(&e2e, "again"), e2e_read(&e2e, kinds[i][1]));
    }
    got = e2e_grader(&e2e, "render", "o/report.json", "--format=text", "--verbose", "--out=again",
                     NULL);
    e2e_ended(&got, 0);
    cr_expect_str_eq(e2e_read(&e2e, "again"), e2e_read(&e2e, "o/report.txt"));
}

Test(cmd_grade, without_a_folder_one_format_goes_to_standard_output)
{
    put_both(e2e_double_right);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    e2e_ended(&got, 0);
    cr_expect(got.out[0] == '{' && e2e_has(got.out, "\"schema_version\""), "%s", got.out);
    e2e_put(&e2e, "piped.json", got.out);
    got = e2e_grader(&e2e, "grade", "repo", "--format", "html", NULL);
    e2e_ended(&got, 0);
    cr_expect(strncmp(got.out, "<!DOCTYPE html>", 15) == 0 ||
              strncmp(got.out, "<!doctype html>", 15) == 0);
    struct e2e_result rendered = e2e_grader(&e2e, "render", "piped.json", "--format=html", NULL);
    e2e_ended(&rendered, 0);
    cr_expect_str_eq(masked(report_mask_html, rendered.out), masked(report_mask_html, got.out));
}

Test(cmd_grade, refuses_formats_that_it_cannot_deliver)
{
    put_both(e2e_double_right);
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--format=text", "--format=json", NULL);
    e2e_refused(&got, 2, "--out", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--format", "htlm", "--out", "o", NULL);
    e2e_refused(&got, 2, "htlm", "html", NULL);
    cr_expect(!e2e_exists(&e2e, "o"), "a refused command made a folder");
}

Test(cmd_grade, grades_twice_to_the_same_bytes_but_for_measured_ones)
{
    put_both(e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "1", "--jobs", "1", NULL);
    e2e_ended(&got, 1);
    const char *text = masked(report_mask_text, got.out);
    e2e_sh(&e2e, "mv 1 kept; rm -r cache"); /* and once more without a cache, with more jobs */
    got = e2e_grader(&e2e, "grade", "repo", "--out", "1", "--jobs", "7", NULL);
    e2e_ended(&got, 1);
    cr_expect_str_eq(masked(report_mask_text, got.out), text);
    cr_expect_str_eq(masked(report_mask_json, e2e_read(&e2e, "1/report.json")),
                     masked(report_mask_json, e2e_read(&e2e, "kept/report.json")));
    cr_expect_str_eq(masked(report_mask_html, e2e_read(&e2e, "1/report.html")),
                     masked(report_mask_html, e2e_read(&e2e, "kept/report.html")));
}

Test(cmd_grade, two_graders_share_one_cache)
{
    put_both(e2e_double_right);
    struct e2e_process first = e2e_start(&e2e, "grade", "repo", "--out", "1", NULL);
    struct e2e_process second = e2e_start(&e2e, "grade", "repo", "--out", "2", NULL);
    struct e2e_result a = e2e_finish(&e2e, &first), b = e2e_finish(&e2e, &second);
    e2e_ended(&a, 0);
    e2e_ended(&b, 0);
    cr_expect_str_eq(masked(report_mask_json, e2e_read(&e2e, "1/report.json")),
                     masked(report_mask_json, e2e_read(&e2e, "2/report.json")));
    cr_expect_str_eq(e2e_sh(&e2e, "find cache -name '*.part' -o -name '*draft*' -o -name '*tmp*'"),
                     "", "something half done is left");
}

Test(cmd_grade, works_for_an_ordinary_user)
{
    e2e_become_user(&e2e);
    put_both(e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "report", NULL);
    e2e_ended(&got, 1);
    cr_expect(got.err_size == 0, "%s", got.err);
    cr_expect(e2e_has(got.out, "1 of 2 graded problems"), "%s", got.out);
    cr_expect_str_eq(e2e_sh(&e2e, "find cache -maxdepth 0 -perm /077;"
                                  "find cache '(' -name '*.in' -o -name '*.ans' ')' -perm /077"),
                     "", "hidden tests that others may read");
}

Test(cmd_grade, root_and_an_ordinary_user_get_the_same_report)
{
    put_both(e2e_double_wrong);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format=json", NULL);
    e2e_ended(&got, 1);
    const char *first = masked(report_mask_json, got.out);
    e2e_sh(&e2e, "rm -r cache; mkdir cache");
    e2e_become_user(&e2e);
    got = e2e_grader(&e2e, "grade", "repo", "--format=json", NULL);
    e2e_ended(&got, 1);
    const char *second = masked(report_mask_json, got.out);
    /* Which layers were active may differ, and is said; all else is equal. */
    const char *a = strstr(first, "\"protection\""), *b = strstr(second, "\"protection\"");
    cr_assert(a && b && a - first == b - second && memcmp(first, second, (size_t)(a - first)) == 0);
    cr_expect_str_eq(strchr(a, ']'), strchr(b, ']'));
}

Test(cmd_grade, reads_bare_repositories_folders_inside_and_urls)
{
    put_both(e2e_double_right);
    e2e_sh(&e2e, "git clone -q --bare --template= repo bare.git");
    const char *const places[] = { "bare.git", "repo/.git", "repo/", e2e_path(&e2e, "bare.git"),
                                   arena_printf(&e2e.arena, "file://%s/bare.git", e2e.folder) };
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        struct e2e_result got = e2e_grader(&e2e, "grade", places[i], "--problem", "double", NULL);
        e2e_ended(&got, 0);
    }
}

Test(cmd_grade, clones_from_a_git_daemon_through_the_box)
{
    put_both(e2e_double_wrong);
    struct intake_server server;
    intake_daemon_start(&server, e2e.folder);
    const char *url = arena_printf(&e2e.arena, "git://127.0.0.1:%u/repo", server.port);
    struct e2e_result got = e2e_grader(&e2e, "grade", url, "--out", "o", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, url), "%s", got.out);
    url = arena_printf(&e2e.arena, "git://127.0.0.1:%u/none", server.port);
    got = e2e_grader(&e2e, "grade", url, NULL);
    e2e_refused(&got, 2, url, NULL);
    intake_server_stop(&server);
    url = arena_printf(&e2e.arena, "git://127.0.0.1:%u/repo", server.port);
    got = e2e_grader(&e2e, "grade", url, NULL);
    e2e_refused(&got, 2, url, NULL);
}

Test(cmd_grade, makes_other_hidden_tests_from_another_key)
{
    put_both(e2e_double_right);
    e2e_put(&e2e, "key", "a key that nobody else has\n");
    e2e_put(&e2e, "short", "short\n");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--problem", "double", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "practice"), "%s", got.out);
    got = e2e_grader(&e2e, "grade", "repo", "--problem", "double", "--key", "key", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "secret"), "%s", got.out);
    /* Two sets of two made inputs, and no two alike. */
    cr_expect_str_eq(e2e_sh(&e2e, "cat $(find cache -name '*.in') | wc -l;"
                                  "sort -u $(find cache -name '*.in') | wc -l"),
                     "90\n88\n");
    got = e2e_grader(&e2e, "grade", "repo", "--key", "short", NULL);
    e2e_refused(&got, 2, "short", "16", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--key", "nokey", NULL);
    e2e_refused(&got, 2, "nokey", NULL);
}

Test(cmd_grade, a_pipe_gets_no_escape_and_no_progress)
{
    put_both(e2e_double_wrong);
    setenv("TERM", "xterm-256color", 1);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "o", "--verbose", NULL);
    e2e_ended(&got, 1);
    cr_expect(!strchr(got.out, '\033') && !strchr(got.out, '\r') && got.err_size == 0, "%s%s",
              got.out, got.err);
    cr_expect(!strchr(e2e_read(&e2e, "o/report.html"), '\033'));
}

Test(cmd_grade, a_terminal_gets_colour_and_progress_unless_it_is_told_not_to)
{
    put_both(e2e_double_wrong);
    setenv("TERM", "xterm-256color", 1);
    e2e.terminal = true;
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "\r\033[K") && e2e_has(got.out, "reading the repository"), "%s",
              got.out);
    const char *report = strstr(got.out, "Ann Example");
    cr_expect(report && strchr(report, '\033') && !strchr(report, '\r'), "%s", got.out);

    setenv("NO_COLOR", "1", 1);
    got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 1);
    report = strstr(got.out, "Ann Example");
    cr_expect(report && !strchr(report, '\033'), "%s", got.out);

    unsetenv("NO_COLOR");
    setenv("TERM", "dumb", 1);
    got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 1);
    cr_expect(!strchr(got.out, '\033') && !strchr(got.out, '\r'), "%s", got.out);
}

Test(cmd_grade, refuses_less_protection_than_was_asked_for_by_name_only)
{
    put_both(e2e_double_right);
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--protection", "minimal", "--problem=double", NULL);
    e2e_ended(&got, 0);
    got = e2e_grader(&e2e, "grade", "repo", "--protection", "minmal", NULL);
    e2e_refused(&got, 2, "minmal", "did you mean 'minimal'", NULL);
}
