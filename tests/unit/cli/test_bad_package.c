/* test_bad_package.c - each bad package, rubric, report or command line is one clear line and exit
 * code 2. */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(bad_package, .init = begin, .fini = end, .timeout = 120);
TestSuite(bad_rubric, .init = begin, .fini = end, .timeout = 120);
TestSuite(bad_report, .init = begin, .fini = end, .timeout = 120);

static struct e2e_result grade(void)
{
    return e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
}

static void expect_nothing_written(void)
{
    cr_expect(!e2e_exists(&e2e, "o") || *e2e_sh(&e2e, "ls -A o") == '\0', "%s",
              e2e_sh(&e2e, "ls -A o"));
}

Test(bad_package, whose_answer_is_missing)
{
    e2e_sh(&e2e, "rm home/problems/double/data/secret/1-small/02.ans");
    struct e2e_result got = grade();
    e2e_refused(&got, 2, "secret/1-small/02", ".ans", NULL);
    expect_nothing_written();
    got = e2e_grader(&e2e, "judge", "home/problems/double", "repo/double", NULL);
    e2e_refused(&got, 2, "secret/1-small/02", ".ans", NULL);
}

Test(bad_package, that_may_not_be_read)
{
    e2e_become_user(&e2e);
    e2e_sh(&e2e, "chmod 0 home/problems/double/data/secret/1-small/01.in");
    struct e2e_result got = grade();
    e2e_refused(&got, 2, "01.in", NULL);
    e2e_sh(&e2e, "chmod 644 home/problems/double/data/secret/1-small/01.in;"
                 "chmod 0 home/problems/double/data");
    got = grade();
    e2e_refused(&got, 2, "data", NULL);
    e2e_sh(&e2e, "chmod 755 home/problems/double/data; chmod 0 home/problems");
    got = grade();
    e2e_refused(&got, 2, "problems", NULL);
    e2e_sh(&e2e, "chmod 755 home/problems");
    expect_nothing_written();
}

Test(bad_package, with_an_unknown_key)
{
    e2e_sh(&e2e, "echo 'limts: 3' >>home/problems/double/problem.yaml");
    struct e2e_result got = grade();
    e2e_refused(&got, 2, "problem.yaml:", "limts", NULL);
    expect_nothing_written();
}

Test(bad_package, that_is_no_yaml)
{
    e2e_put(&e2e, "home/problems/double/problem.yaml", "name: [\n\033\n");
    struct e2e_result got = grade();
    e2e_refused(&got, 2, "problem.yaml:", NULL);
    expect_nothing_written();
}

/* The candidate is not at fault, and the grader is not either: the other problem is graded, this
 * one is not, and that is no exit code of a pass. */
Test(bad_package, whose_generator_does_not_compile_is_not_graded)
{
    e2e_put(&e2e, "home/problems/double/generators/numbers.c", "int main(void) { return x; }\n");
    e2e_put(&e2e, "repo/greet/g.c", e2e_greet_right);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 3);
    cr_expect(e2e_has(got.out, "not graded") && e2e_has(got.out, "generator"), "%s", got.out);
    cr_expect(e2e_has(got.out, "1 of 1 graded problem"), "%s", got.out);
    got = e2e_grader(&e2e, "judge", "home/problems/double", "repo/double", NULL);
    e2e_refused(&got, 2, "generator", "numbers", NULL);
}

Test(bad_package, whose_reference_fails_has_no_time_limit)
{
    e2e_put(&e2e, "home/problems/greet/submissions/accepted/reference.c",
            "#include \"greet.h\"\n"
            "void greet(const char *name, char *out, size_t room)\n"
            "{\n"
            "    (void)name;\n"
            "    out[room > 1] = out[0] = 0;\n"
            "}\n");
    e2e_put(&e2e, "greet.c", e2e_greet_right);
    struct e2e_result got = e2e_grader(&e2e, "judge", "home/problems/greet", "greet.c", NULL);
    e2e_refused(&got, 2, "reference.c", "not accepted", NULL);
}

Test(bad_package, in_a_folder_that_is_none)
{
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--problems", "nowhere", "--out", "o", NULL);
    e2e_refused(&got, 2, "'nowhere'", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--problems", "user", "--out", "o", NULL);
    e2e_refused(&got, 2, "'user'", "--problems", NULL);
    got = e2e_grader(&e2e, "judge", "nowhere", "repo/double", NULL);
    e2e_refused(&got, 2, "'nowhere'", NULL);
    e2e_sh(&e2e, "mkdir twice; cp -R home/problems/double twice");
    got = e2e_grader(&e2e, "grade", "repo", "--problems", "twice", "--problems", "home/problems",
                     "--out", "o", NULL);
    e2e_refused(&got, 2, "double", NULL);
    expect_nothing_written();
}

Test(bad_package, is_listed_with_its_error_beside_the_good_ones)
{
    e2e_sh(&e2e, "echo 'limts: 3' >>home/problems/double/problem.yaml");
    struct e2e_result got = e2e_grader(&e2e, "problems", NULL);
    e2e_ended(&got, 2);
    cr_expect(e2e_has(got.out, "greet") && e2e_has(got.err, "limts"), "%s%s", got.out, got.err);
}

Test(bad_package, the_bundled_ones_are_not_found)
{
    e2e_sh(&e2e, "mv home gone");
    struct e2e_result got = grade();
    e2e_refused(&got, 2, "GRADER_HOME", NULL);
    got = e2e_grader(&e2e, "problems", NULL);
    e2e_refused(&got, 2, "GRADER_HOME", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--problems", "gone/problems", "--rubric",
                     "gone/rubrics/default.json", NULL);
    e2e_ended(&got, 0);
}

/* ---- rubrics ---- */

static void refuses_rubric(const char *edit, const char *part, const char *other)
{
    e2e_sh(&e2e, "sed '%s' home/rubrics/interview.json >rubric.json", edit);
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--rubric", "rubric.json", "--out", "o", NULL);
    e2e_refused(&got, 2, "rubric.json", part, other, NULL);
    expect_nothing_written();
}

Test(bad_rubric, with_a_wrong_type)
{
    refuses_rubric("s/\"weight\": 45/\"weight\": \"much\"/", "weight", "rubric.json:");
    refuses_rubric("s/\"criteria\": \\[/\"criteria\": 7, \"x\": [/", "criteria", "rubric.json:");
}

Test(bad_rubric, with_an_unknown_key)
{
    refuses_rubric("s/\"pass_percent\"/\"pass_precent\"/", "pass_precent", "rubric.json:");
}

Test(bad_rubric, whose_weights_do_not_add_up)
{
    refuses_rubric("s/\"weight\": 45/\"weight\": 44/", "100", "99");
}

Test(bad_rubric, that_is_cut_or_missing_or_huge)
{
    refuses_rubric("20,$d", "rubric.json:", NULL);
    refuses_rubric("d", "rubric.json", NULL);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--rubric", "none.json", NULL);
    e2e_refused(&got, 2, "none.json", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--rubric", "/dev/zero", NULL);
    e2e_refused(&got, 2, "/dev/zero", NULL);
    e2e_sh(&e2e, "mkfifo fifo; truncate -s 100M huge");
    got = e2e_grader(&e2e, "grade", "repo", "--rubric", "fifo", NULL);
    e2e_refused(&got, 2, "fifo", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--rubric", "huge", NULL);
    e2e_refused(&got, 2, "huge", NULL);
}

/* ---- saved reports ---- */

static void refuses_report(const char *text)
{
    e2e_put(&e2e, "report.json", text);
    struct e2e_result got =
        e2e_grader(&e2e, "render", "report.json", "--format", "html", "--out", "page.html", NULL);
    e2e_refused(&got, 2, "report.json", NULL);
    cr_expect(!e2e_exists(&e2e, "page.html"));
}

Test(bad_report, is_refused)
{
    static const char *const texts[] = {
        "", "{}", "[]", "{\"schema_version\": 99}", "{", "\xff", "{\"schema_version\": 1}"
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        refuses_report(texts[i]);
}

Test(bad_report, changed_in_one_place_is_refused_or_is_another_report)
{
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    e2e_ended(&got, 0);
    char *text = arena_strdup(&e2e.arena, got.out);
    for (size_t i = 0; i < got.out_size; i += got.out_size / 23 + 1) {
        char kept = text[i];
        text[i] = '~';
        e2e_put(&e2e, "changed.json", text);
        struct e2e_result again =
            e2e_grader(&e2e, "render", "changed.json", "--format", "html", NULL);
        cr_expect(again.code == 0 || again.code == 2, "byte %zu: %d", i, again.code);
        if (again.code == 2)
            e2e_refused(&again, 2, "changed.json", NULL);
        text[i] = kept;
    }
}

Test(bad_report, and_bad_words_of_render)
{
    struct e2e_result got = e2e_grader(&e2e, "render", NULL);
    e2e_refused(&got, 2, "one report", NULL);
    got = e2e_grader(&e2e, "render", "x.json", NULL);
    e2e_refused(&got, 2, "--format", NULL);
    got = e2e_grader(&e2e, "render", "x.json", "--format", "pdf", NULL);
    e2e_refused(&got, 2, "'pdf'", NULL);
    got = e2e_grader(&e2e, "render", "x.json", "--format", "html", NULL);
    e2e_refused(&got, 2, "'x.json'", NULL);
}
