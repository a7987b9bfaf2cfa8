/* test_cmd_diff.c - grader diff, and what grade says since the last report, by the real program. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/model/report.h"
#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(cmd_diff, .init = begin, .fini = end, .timeout = 120);

/* old.json is the golden report without its own comparison; new.json the golden one. */
static void put_reports(void)
{
    e2e_sh(&e2e, "cp " TREE "/tests/golden/report/report.json new.json && "
                 "sed 's/\"commit\": \"3f2a9c1d[0-9a-f]*\"/\"commit\": \"00ff\"/; "
                 "s/\"verdict\": \"TLE\"/\"verdict\": \"WA\"/' new.json >old.json");
}

Test(cmd_diff, nothing_worse_is_exit_code_0)
{
    put_reports();
    struct e2e_result got = e2e_grader(&e2e, "diff", "old.json", "new.json", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "longestincreasing: verdict: WA -> TLE"), "%s", got.out);
    got = e2e_grader(&e2e, "diff", "new.json", "new.json", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "nothing changed") && e2e_has(got.out, "same commit"), "%s",
              got.out);
}

Test(cmd_diff, something_worse_is_exit_code_1_in_every_format)
{
    static const char *const formats[][2] = { { "text", "worse    lrucache: verdict: AC -> WA" },
                                              { "json", "\"kind\": \"worse\"" },
                                              { "md", "| worse | lrucache | verdict | AC | WA |" },
                                              { "html", "<td>verdict</td><td>AC</td>" } };
    put_reports();
    e2e_sh(&e2e, "awk '/\"id\": \"lrucache\"/ { in_it = 1 } in_it && sub(/\"verdict\": \"AC\"/, "
                 "\"\\\"verdict\\\": \\\"WA\\\"\") { in_it = 0 } { print }' new.json >worse.json");
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        struct e2e_result got =
            e2e_grader(&e2e, "diff", "new.json", "worse.json", "--format", formats[i][0], NULL);
        e2e_ended(&got, 1);
        cr_expect(e2e_has(got.out, formats[i][1]), "%s: %s", formats[i][0], got.out);
        struct e2e_result file = e2e_grader(&e2e, "diff", "new.json", "worse.json", "--format",
                                            formats[i][0], "--out", "there", NULL);
        e2e_ended(&file, 1);
        cr_expect_str_eq(e2e_read(&e2e, "there"), got.out);
    }
}

Test(cmd_diff, swapped_reports_are_compared_with_a_note)
{
    put_reports();
    e2e_sh(&e2e, "sed -i 's/\"commit_when_s\": 17956/\"commit_when_s\": 17950/' old.json");
    struct e2e_result got = e2e_grader(&e2e, "diff", "new.json", "old.json", NULL);
    cr_expect(e2e_has(got.out, "perhaps they are swapped"), "%s", got.out);
}

Test(cmd_diff, refuses_what_is_no_report)
{
    put_reports();
    e2e_put(&e2e, "text.json", "hello\n");
    e2e_put(&e2e, "other.json", "{\"schema_version\": 1}\n");
    e2e_sh(&e2e, "echo '{\"schema_version\": %d}' >half.json", (int)REPORT_SCHEMA_VERSION);
    e2e_put(&e2e, "empty.json", "");
    static const struct {
        const char *name, *words;
    } rows[] = { { "missing.json", "missing.json" }, { "text.json", "text.json:1:1" },
                 { "other.json", "grade again" },    { "half.json", "needs the key" },
                 { "empty.json", "empty.json" },     { "user", "user" } };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct e2e_result got = e2e_grader(&e2e, "diff", rows[i].name, "new.json", NULL);
        e2e_refused(&got, 2, rows[i].words, NULL);
        got = e2e_grader(&e2e, "diff", "new.json", rows[i].name, NULL);
        e2e_refused(&got, 2, rows[i].words, NULL);
    }
}

Test(cmd_diff, refuses_a_wrong_command_line)
{
    put_reports();
    struct e2e_result got = e2e_grader(&e2e, "diff", "new.json", NULL);
    e2e_refused(&got, 2, "needs two reports, not 1", NULL);
    got = e2e_grader(&e2e, "diff", "new.json", "old.json", "--format", "junit", NULL);
    e2e_refused(&got, 2, "unknown format 'junit'", "text, json, md, html", NULL);
    got = e2e_grader(&e2e, "diff", "new.json", "old.json", "--out", "no/such/place", NULL);
    e2e_refused(&got, 2, "no/such/place", NULL);
    got = e2e_grader(&e2e, "diff", "--help", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "Exit code:") && e2e_has(got.out, "Examples:"));
}

/* --- since the last report ----------------------------------------------------------------- */

static struct e2e_result grade(const char *solution, int code)
{
    e2e_put(&e2e, "repo/double/main.c", solution);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "o", "--format", "html",
                                       "--format", "json", "--format", "md", NULL);
    e2e_ended(&got, code);
    return got;
}

Test(cmd_diff, grade_tells_what_changed_since_the_report_in_its_folder)
{
    struct e2e_result got = grade(e2e_double_wrong, 1);
    cr_expect_not(e2e_has(got.out, "Since the"), "%s", got.out);
    cr_expect(e2e_has(e2e_read(&e2e, "o/report.json"), "\"since\": null"));
    got = grade(e2e_double_right, 0);
    cr_expect(e2e_has(got.out, "Since the report on"), "%s", got.out);
    cr_expect(e2e_has(got.out, "better   double: verdict: WA -> AC"), "%s", got.out);
    cr_expect(e2e_has(e2e_read(&e2e, "o/report.html"), "Since the last report"));
    cr_expect(e2e_has(e2e_read(&e2e, "o/report.md"), "**Since the last report**"));
    cr_expect(e2e_has(e2e_read(&e2e, "o/report.json"), "\"kind\": \"better\""));
    /* Once more, with nothing new: what was found stays. */
    got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "better   double: verdict: WA -> AC"), "%s", got.out);
}

Test(cmd_diff, grade_goes_on_when_the_earlier_report_is_none)
{
    e2e_put(&e2e, "o/report.json", "hello\n");
    struct e2e_result got = grade(e2e_double_right, 0);
    cr_expect(e2e_has(got.err, "no comparison with the earlier report: o/report.json:1:1"), "%s",
              got.err);
    cr_expect(e2e_has(e2e_read(&e2e, "o/report.json"), "\"since\": null"));
}
