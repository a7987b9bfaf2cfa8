/* test_counterexample.c - after a hidden failure a small public input is shown, by the real
 * program. */
#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <string.h>

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

TestSuite(counterexample_e2e, .init = begin, .fini = end, .timeout = 120);

#define DOUBLE "home/problems/double"

/* Wrong for exactly forty numbers, which only a hidden test has. */
static const char wrong_at_40[] =
    "#include <stdio.h>\n"
    "int main(void) { int n; long long x; scanf(\"%d\", &n); int all = n;\n"
    "while (n-- > 0 && scanf(\"%lld\", &x) == 1) printf(\"%lld\\n\", 2 * x + (all == 40)); }\n";

/* Crashes when there are three numbers or more; three are what a hidden test has. */
static const char crash_at_3[] =
    "#include <stdio.h>\n#include <stdlib.h>\n"
    "int main(void) { int n; long long x; scanf(\"%d\", &n); if (n > 2) abort();\n"
    "while (n-- > 0 && scanf(\"%lld\", &x) == 1) printf(\"%lld\\n\", 2 * x); }\n";

static const char *judge(const char *source)
{
    e2e_put(&e2e, "s/a.c", source);
    struct e2e_result got = e2e_grader(&e2e, "judge", DOUBLE, "s/a.c", NULL);
    e2e_ended(&got, 1);
    return got.out;
}

/* The part of judge --json that is about it: nothing in it is measured. */
static const char *example_of(const char *source, const char *key)
{
    e2e_put(&e2e, "s/a.c", source);
    struct e2e_result got =
        e2e_grader(&e2e, "judge", DOUBLE, "s/a.c", "--json", key ? "--key" : NULL, key, NULL);
    e2e_ended(&got, 1);
    cJSON *all = cJSON_Parse(got.out);
    cr_assert(all != NULL, "%s", got.out);
    char *text = cJSON_Print(cJSON_GetObjectItemCaseSensitive(all, "counterexample"));
    cr_assert(text != NULL, "%s", got.out);
    const char *out = arena_strdup(&e2e.arena, text);
    cJSON_free(text);
    cJSON_Delete(all);
    return out;
}

Test(counterexample_e2e, a_wrong_answer_is_shown_on_the_smallest_input)
{
    const char *said = judge(e2e_double_wrong);
    cr_expect(e2e_has(said, "The hidden tests stay hidden, but the program also fails on this"
                            " small input from the public generator.\n--- input\n1\n"),
              "%s", said);
    cr_expect(e2e_has(said, "--- first difference: line 1"), "%s", said);
}

Test(counterexample_e2e, a_crash_is_shown_with_its_cause)
{
    const char *said = judge(crash_at_3);
    cr_expect(e2e_has(said, "from the public generator (") && e2e_has(said, "SIGABRT"), "%s", said);
    cr_expect(e2e_has(said, "--- input\n3\n"), "%s", said);
}

Test(counterexample_e2e, that_none_was_found_is_one_line)
{
    const char *said = judge(wrong_at_40);
    cr_expect(e2e_has(said, "\nNo small counter-example found among "), "%s", said);
    cr_expect(!e2e_has(said, "--- "), "%s", said);
}

Test(counterexample_e2e, there_is_none_beside_a_sample_that_is_shown)
{
    cr_expect_str_eq(example_of("int main(void) { return 0; }\n", NULL), "null");
}

/* From the cache or made anew, by whatever key the hidden tests are made. */
Test(counterexample_e2e, the_same_solution_gets_the_same_bytes)
{
    const char *once = example_of(e2e_double_wrong, NULL);
    cr_expect(e2e_has(once, "\"verdict\":\t\"WA\""), "%s", once);
    cr_expect_str_eq(example_of(e2e_double_wrong, NULL), once);
    e2e_sh(&e2e, "rm -rf cache/*");
    cr_expect_str_eq(example_of(e2e_double_wrong, NULL), once);
    e2e_put(&e2e, "key", "a secret key of many letters\n");
    cr_expect_str_eq(example_of(e2e_double_wrong, "key"), once);
}

Test(counterexample_e2e, a_graded_repository_shows_it_in_every_format)
{
    static const char *const files[] = { "o/report.txt", "o/report.html", "o/report.md",
                                         "o/report.json" };
    e2e_put(&e2e, "repo/double/a.c", e2e_double_wrong);
    e2e_commit(&e2e);
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--details", "--out", "o", "--format", "text", "--format",
                   "html", "--format", "md", "--format", "json", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "counter-example  wrong answer"), "%s", got.out);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        const char *text = e2e_read(&e2e, files[i]);
        cr_assert(text, "%s", files[i]);
        cr_expect(e2e_has(text, "counter-example") || e2e_has(text, "counter&#45;example") ||
                      e2e_has(text, "\"counterexample\": {"),
                  "%s: %s", files[i], text);
    }
}
