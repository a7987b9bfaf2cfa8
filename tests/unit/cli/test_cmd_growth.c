/* test_cmd_growth.c - grader growth, by the real program: only what passes is measured. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
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
TestSuite(cmd_growth, .init = begin, .fini = end, .timeout = 120);

#define DOUBLE "home/problems/double"
#define PLAN                                                                                       \
    "require: { time: n }\nsizes: { from: 64, to: 1024 }\nfamilies: { all: \"numbers {n} "         \
    "{seed}\" "                                                                                    \
    "}\n"

static struct e2e_result grow(const char *source, const char *option)
{
    e2e_put(&e2e, DOUBLE "/growth.yaml", PLAN);
    e2e_put(&e2e, "s/a.c", source);
    return e2e_grader(&e2e, "growth", DOUBLE, "s/a.c", option, NULL);
}

#define HEAD                                                                                       \
    "#include <stdio.h>\nstatic long long a[100000];\nint main(void) { int n; scanf(\"%d\", "      \
    "&n);\n"                                                                                       \
    "for (int i = 0; i < n; i++) scanf(\"%lld\", &a[i]);\n"
#define TAIL "for (int i = 0; i < n; i++) printf(\"%lld\\n\", 2 * a[i]);\nreturn 0; }\n"

Test(cmd_growth, measures_what_passes)
{
    struct e2e_result got = grow(HEAD TAIL, NULL);
    cr_expect(eq(int, got.code, 0), "%s%s", got.out, got.err);
    cr_expect(strstr(got.out, "time: n ") == got.out, "%s", got.out);
    got = grow(HEAD "volatile int x = 0; for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) "
                    "x++;\n" TAIL,
               NULL);
    cr_expect(eq(int, got.code, 1), "%s%s", got.out, got.err);
    cr_expect(strstr(got.out, "time: n^2 ") == got.out, "%s", got.out);
    cr_expect(strstr(got.out, "hottest: a.c line 5") != NULL, "%s", got.out);
}

/* A wrong answer may be fast because it is wrong. */
Test(cmd_growth, says_why_it_does_not_measure)
{
    struct e2e_result got = grow("int main(void) { return 0; }\n", NULL);
    cr_expect(eq(int, got.code, 1), "%s%s", got.out, got.err);
    cr_expect(strstr(got.out, "judged: WA") == got.out, "%s", got.out);
    cr_expect(strstr(got.out, "only a solution that passes its tests") != NULL, "%s", got.out);
    got = grow("#include <stdio.h>\nint main(void) { int n; return scanf(\"%d\", &n) != 1; }\n",
               "--unjudged");
    cr_expect(eq(int, got.code, 0), "%s%s", got.out, got.err);
}

/* Too slow for its tests, it is measured at the sizes it manages. */
Test(cmd_growth, measures_what_is_only_too_slow)
{
    struct e2e_result got =
        grow(HEAD "volatile int x = 0; for (int i = 0; n > 30 && n < 60 && i >= 0; i++) x++;\n"
                  "for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) x++;\n" TAIL,
             NULL);
    cr_expect(eq(int, got.code, 1), "%s%s", got.out, got.err);
    cr_expect(strstr(got.out, "judged: TLE") == got.out, "%s", got.out);
    cr_expect(strstr(got.out, "time: n^2 ") != NULL, "%s", got.out);
}

Test(cmd_growth, needs_a_plan_and_a_solution_that_compiles)
{
    struct e2e_result got = grow("int main(void) { return }\n", NULL);
    cr_expect(eq(int, got.code, 2));
    cr_expect(strstr(got.err, "does not compile") != NULL, "%s", got.err);
    e2e_sh(&e2e, "rm " DOUBLE "/growth.yaml");
    e2e_put(&e2e, "s/a.c", HEAD TAIL);
    got = e2e_grader(&e2e, "growth", DOUBLE, "s/a.c", NULL);
    cr_expect(eq(int, got.code, 2));
    cr_expect(strstr(got.err, "has no growth.yaml") != NULL, "%s", got.err);
}
