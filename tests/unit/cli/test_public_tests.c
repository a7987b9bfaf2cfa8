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

Test(public_tests_e2e, the_report_is_the_same_for_two_keys_whatever_a_program_does_with_its_input)
{
    e2e_put(&e2e, "repo/double/a.c", telltale);
    e2e_commit(&e2e);
    const char *first = grade("first.key"), *second = grade("second.key");
    cr_expect(e2e_has(first, "\"sanitizers\""), "its words are believed on public tests: %s",
              first);
    cr_expect_str_eq(first, second);
}
