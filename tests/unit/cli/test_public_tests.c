/* test_public_tests.c - what runs on public tests show, and that nothing hidden is in it. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/report/parse_json.h"
#include "tests/support/e2e_run.h"
#include "tests/support/report_mask.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
    e2e_put(&e2e, "first.key", "the first secret key of this test\n");
    e2e_put(&e2e, "second.key", "the second secret key of this test\n");
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(public_tests_e2e, .init = begin, .fini = end, .timeout = 120);

/* The sample and the hidden files have few numbers; one of the tests that are made has 40. */
static const char small_table[] = "#include <stdio.h>\n"
                                  "int main(void)\n"
                                  "{\n"
                                  "    static long long x[16], spare[64];\n"
                                  "    int n = 0;\n"
                                  "    scanf(\"%d\", &n);\n"
                                  "    for (int i = 0; i < n; i++) {\n"
                                  "        long long value;\n"
                                  "        scanf(\"%lld\", &value);\n"
                                  "        x[i] = value;\n"
                                  "        printf(\"%lld\\n\", 2 * x[i]);\n"
                                  "    }\n"
                                  "    return (int)spare[0];\n"
                                  "}\n";

Test(public_tests_e2e, a_table_that_only_a_made_test_overruns_is_found)
{
    e2e_put(&e2e, "a.c", small_table);
    struct e2e_result got =
        e2e_grader(&e2e, "quality", "a.c", "--package", "home/problems/double", "--json", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "\"sanitizers\""), "%s", got.out);
    cr_expect(e2e_has(got.out, "seen when the public test secret/2-made/b was run"), "%s", got.out);
    cr_expect(e2e_has(got.out, "\"out-of-bounds\""), "%s", got.out);
}

Test(public_tests_e2e, parameters_that_the_problem_prescribes_are_not_counted)
{
    e2e_put(&e2e, "home/problems/double/include/c/given.h",
            "int given(int, int, int, int, int);\n");
    e2e_put(&e2e, "a.c",
            "#include \"given.h\"\n"
            "static int own(int a, int b, int c, int d, int e) { return a + b + c + d + e; }\n"
            "int given(int a, int b, int c, int d, int e) { return own(a, b, c, d, e); }\n"
            "int main(void) { return given(0, 0, 0, 0, 0); }\n");
    struct e2e_result got =
        e2e_grader(&e2e, "quality", "a.c", "--package", "home/problems/double", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "a.c:2 own has 5 parameters."), "%s", got.out);
    cr_expect_not(e2e_has(got.out, "given has"), "%s", got.out);
}

/* The report of the one submission without what is measured, and without the hash that the key
 * goes into. */
static const char *grade(const char *key)
{
    struct buf masked;
    struct e2e_result got =
        e2e_grader(&e2e, "grade", "repo", "--key", key, "--out", "o", "--format", "json", NULL);
    cr_assert(got.code == 0 || got.code == 1, "%s", got.err);
    const char *text = e2e_read(&e2e, "o/report.json");
    buf_init(&masked, 16 << 20);
    report_mask_json(str_of(text), &masked);
    char *body = arena_strdup(&e2e.arena, buf_text(&masked));
    buf_release(&masked);
    e2e_sh(&e2e, "rm -rf o");
    char *hash = strstr(body, "\"package_hash\": \"");
    cr_assert(hash);
    memset(hash + strlen("\"package_hash\": \""), '0', 64);
    return body;
}

/* Tells what it read by all it can: lines of reports that it forges, a bug by its line, and which
 * lines run. */
static const char telltale[] =
    "#include <stdio.h>\n"
    "static volatile int zero;\n"
    "static void tell(unsigned bits)\n"
    "{\n"
    "    fprintf(stderr, \"a.c:%u:1: runtime error: signed integer overflow\\n\", 1 + bits % 64);\n"
    "    fprintf(stderr, \"==1==ERROR: AddressSanitizer: heap-buffer-overflow\\n\"\n"
    "                    \"    #0 0x1 (/proc/self/exe+0x%x)\\n\", 0x1200 + bits);\n"
    "    if (bits & 1)\n"
    "        zero = 1;\n"
    "    if (bits & 2)\n"
    "        zero = 2;\n"
    "    if (bits & 4)\n"
    "        zero = 3;\n"
    "    if (bits & 8)\n"
    "        zero = 4;\n"
    "    if (bits & 16)\n"
    "        zero = 0x7fffffff + zero;\n"
    "    if (bits & 32)\n"
    "        zero = 5;\n"
    "}\n"
    "int main(void)\n"
    "{\n"
    "    int n;\n"
    "    long long x;\n"
    "    for (scanf(\"%d\", &n); n > 0 && scanf(\"%lld\", &x) == 1; n--) {\n"
    "        if (n % 5 == 2)\n"
    "            tell((unsigned)(x >> 7));\n"
    "        printf(\"%lld\\n\", x + x);\n"
    "    }\n"
    "    return 0;\n"
    "}\n";

/* The same without forgery, so that it is accepted, clean, and its lines are told. */
static const char quiet[] =
    "#include <stdio.h>\n"
    "static volatile unsigned told;\n"
    "int main(void)\n"
    "{\n"
    "    int n;\n"
    "    long long x;\n"
    "    for (scanf(\"%d\", &n); n > 0 && scanf(\"%lld\", &x) == 1; n--) {\n"
    "        if (x % 101 == 7)\n"
    "            told = 1;\n"
    "        if (x % 103 == 9)\n"
    "            told = 2;\n"
    "        if (x % 107 == 11)\n"
    "            told = 3;\n"
    "        if (x % 5 == 3)\n"
    "            told = 4;\n"
    "        if (x < -1)\n"
    "            told = 5;\n"
    "        printf(\"%lld\\n\", x + x);\n"
    "    }\n"
    "    return 0;\n"
    "}\n";

Test(public_tests_e2e, which_lines_ran_is_the_same_for_two_keys)
{
    e2e_put(&e2e, "repo/double/a.c", quiet);
    e2e_commit(&e2e);
    const char *first = grade("first.key"), *second = grade("second.key");
    cr_expect(e2e_has(first, "\"never_executed\": [\n"), "%s", first);
    cr_expect(e2e_has(first, "\"tests_executed\": 3"), "%s", first);
    cr_expect_str_eq(first, second);
}

/* Dead code in lines 27 to 29 and 36; all else that does not run is for calls that fail. */
static const char careful[] = "#include <stdio.h>\n"
                              "#include <stdlib.h>\n"
                              "static void die(const char *what)\n"
                              "{\n"
                              "    perror(what);\n" /* 5: from a failure alone */
                              "    exit(1);\n"
                              "}\n"
                              "static int grow(long long **at, size_t count)\n"
                              "{\n"
                              "    long long *bigger = realloc(*at, count * sizeof **at);\n"
                              "    if (!bigger)\n"
                              "        return 0;\n" /* 12 */
                              "    *at = bigger;\n"
                              "    return 1;\n"
                              "}\n"
                              "static long long *read_all(int n)\n"
                              "{\n"
                              "    long long *at = NULL;\n"
                              "    if (!grow(&at, (size_t)n + 1))\n"
                              "        goto failed;\n" /* 20 */
                              "    for (int i = 0; i < n; i++)\n"
                              "        if (scanf(\"%lld\", &at[i]) != 1)\n"
                              "            goto failed;\n" /* 23 */
                              "    return at;\n"
                              "failed:\n"
                              "    free(at);\n" /* 26 */
                              "    return NULL;\n"
                              "}\n"
                              "int main(void)\n"
                              "{\n"
                              "    int n;\n"
                              "    if (scanf(\"%d\", &n) != 1)\n"
                              "        die(\"n\");\n" /* 33 */
                              "    long long *at = read_all(n);\n"
                              "    if (at == NULL) {\n"
                              "        die(\"numbers\");\n" /* 36 */
                              "    }\n"
                              "    for (int i = 0; i < n; i++) {\n"
                              "        if (i > 1000)\n"
                              "            putchar(' ');\n" /* 40: dead */
                              "        printf(\"%lld\\n\", 2 * at[i]);\n"
                              "    }\n"
                              "    if (n < 0) {\n"
                              "        n = -n;\n" /* 44: dead */
                              "        putchar('-');\n"
                              "    }\n"
                              "    free(at);\n"
                              "    return 0;\n"
                              "}\n";

Test(public_tests_e2e, lines_that_no_test_executes_are_told_and_failures_excused)
{
    static const struct {
        unsigned first, last;
        bool on_failure;
    } expected[] = { { 5, 6, true },   { 12, 12, true },  { 20, 20, true },
                     { 23, 23, true }, { 25, 27, true },  { 33, 33, true },
                     { 36, 36, true }, { 40, 40, false }, { 44, 45, false } };
    struct report report;
    struct err err = { 0 };
    e2e_put(&e2e, "repo/double/a.c", careful);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    e2e_ended(&got, 0);
    cr_assert(
        report_parse("report", (struct str){ got.out, got.out_size }, &e2e.arena, &report, &err),
        "%s", err.text);
    const struct report_quality *quality = report.problems[0].quality;
    cr_assert_eq(quality->never_executed_count, COUNT_OF(expected), "%s", got.out);
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        const struct quality_lines *lines = &quality->never_executed[i];
        cr_expect(lines->first == expected[i].first && lines->last == expected[i].last &&
                      lines->on_failure == expected[i].on_failure,
                  "%u to %u, %d", lines->first, lines->last, lines->on_failure);
    }
    cr_expect_eq(quality->lines_never_executed, 3);
    cr_expect_eq(quality->tests_executed, 3);
    bool is_said = false;
    for (size_t i = 0; i < quality->dimension_count; i++)
        is_said |=
            strstr(quality->dimensions[i].reason,
                   "lines are executed by none of 3 public tests: a.c:40, a.c:44-45.") != NULL;
    cr_expect(is_said, "%s", got.out);
}

/* All hidden tests of this problem are files: its samples stand for nothing. */
Test(public_tests_e2e, lines_cost_nothing_where_few_tests_are_public)
{
    e2e_put(&e2e, "repo/greet/a.c", e2e_greet_right);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "\"tests_executed\": 1") &&
                  e2e_has(got.out, "\"lines_executable\": 0"),
              "%s", got.out);
}

/* What fails its tests ends too early for its lines to mean anything. */
Test(public_tests_e2e, lines_of_what_is_not_accepted_are_not_told)
{
    e2e_put(&e2e, "repo/double/a.c", e2e_double_wrong);
    e2e_commit(&e2e);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, "\"never_executed\": []") &&
                  e2e_has(got.out, "\"lines_executable\": 0"),
              "%s", got.out);
}

Test(public_tests_e2e, the_report_is_the_same_for_two_keys_whatever_a_program_does_with_its_input)
{
    e2e_put(&e2e, "repo/double/a.c", telltale);
    e2e_commit(&e2e);
    const char *first = grade("first.key"), *second = grade("second.key");
    cr_expect(e2e_has(first, "\"sanitizers\""), "its words are believed on public tests: %s",
              first);
    cr_expect_str_eq(first, second);
}
