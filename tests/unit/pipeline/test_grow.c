/* test_grow.c - small packages and solutions through the real box, from growth.yaml to a verdict.
 */
#include "grader/pipeline/grow.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/sources.h"
#include "grader/run/boxed.h"
#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;
static struct boxed_runner boxed;
static struct means means;
static struct growth growth;
static struct err err;

/* A generator that prints n numbers, and a package without driver. */
static const char generator[] =
    "#include <stdio.h>\n#include <stdlib.h>\n"
    "int main(int argc, char **argv) { int n = atoi(argv[1]); unsigned x = atoi(argv[2]);\n"
    "printf(\"%d\\n\", n); for (int i = 0; i < n; i++) printf(\"%u\\n\", (x = x * 1103515245u + "
    "12345u) >> 16);\n"
    "return 0; }\n";
#define READ                                                                                       \
    "#include <stdio.h>\n#include <stdlib.h>\nstatic int a[100000];\n"                             \
    "int main(void) { int n; scanf(\"%d\", &n);\n"                                                 \
    "for (int i = 0; i < n; i++) scanf(\"%d\", &a[i]);\n"

static void set_up(void)
{
    catalog_folder_make(&folder);
    catalog_folder_drop(&folder, "include");
    catalog_folder_put(&folder, "generators/gen.c", generator);
    catalog_folder_put(&folder, "submissions/accepted/good.c",
                       READ "printf(\"%d\\n\", a[n / 2]); return 0; }\n");
    catalog_folder_put(&folder, "growth.yaml",
                       "require: { time: n }\nfamilies: { all: \"gen {n} {seed}\" }\n");
    cr_assert(boxed_init(&boxed, PROTECTION_MINIMAL, &err));
    means = (struct means){ .runner = &boxed.runner,
                            .starter = boxed_starter_object(),
                            .key = means_practice_key() };
}
static void tear_down(void)
{
    catalog_folder_remove(&folder);
}
TestSuite(grow, .init = set_up, .fini = tear_down);

static bool grow(const char *source)
{
    struct package package;
    catalog_folder_put(&folder, "solution.c", source);
    const char *path = catalog_folder_path(&folder, "solution.c");
    const struct grow_one_request request = { folder.package, &path, 1 };
    return grow_one(&means, &request, &folder.arena, &package, &growth, &err);
}

static const struct growth_curve *time_curve(void)
{
    return &growth.curves[GROWTH_TIME];
}

Test(grow, meets_what_is_required)
{
    cr_assert(grow(READ
                   "long s = 0; for (int i = 0; i < n; i++) s += a[i]; printf(\"%ld\\n\", s);\n"
                   "return 0; }\n"),
              "%s", err.text);
    cr_expect(eq(int, time_curve()->fit.class, GROWTH_N));
    cr_expect(time_curve()->distance.met);
    cr_expect(eq(str, (char *)growth.suspicion, ""));
    cr_expect(gt(dbl, time_curve()->distance.reference_multiple, 1));
    cr_expect(lt(dbl, time_curve()->distance.reference_multiple, 2));
}

Test(grow, names_a_quadratic_solution)
{
    cr_assert(grow(READ "long s = 0; for (int i = 0; i < n; i++) for (int k = 0; k < i; k++) s += "
                        "a[i] < a[k]; printf(\"%ld\\n\", s); return 0; }\n"),
              "%s", err.text);
    cr_expect(eq(int, time_curve()->fit.class, GROWTH_N_2));
    cr_expect(eq(int, time_curve()->fit.confidence, CONFIDENCE_CERTAIN));
    cr_expect(not(growth_is_met(&growth)));
    cr_expect(eq(int, time_curve()->distance.steps, 3));
}

/* Work that the counters do not see takes time all the same. */
Test(grow, is_suspicious_of_hidden_work)
{
    cr_assert(
        grow("#define HIDE __attribute__((no_profile_instrument_function))\n"
             "HIDE int main(void);\n" READ
             "volatile long s = 0; for (int i = 0; i < n; i++) for (int k = 0; k < i; k++) s += "
             "k; printf(\"%d\\n\", a[n / 2]); return 0; }\n"),
        "%s", err.text);
    cr_expect(ne(str, (char *)growth.suspicion, ""));
}

/* qemu-x86_64 (package qemu-user) sees all instructions: of the first one that nothing is hidden,
 * of the second one that there is more than was counted. */
Test(grow, asks_the_arbiter_about_a_suspicious_source)
{
    if (access("/usr/bin/qemu-x86_64", X_OK) != 0)
        cr_skip_test("qemu-user is not installed");
    cr_assert(grow(READ "long s = 0; for (int i = 0; i < n; i++) { s += a[i]; __asm__(\"\" ::: "
                        "\"memory\"); } printf(\"%ld\\n\", s); return 0; }\n"),
              "%s", err.text);
    cr_expect(eq(str, (char *)growth.suspicion, ""));
    cr_assert(grow(READ "long k, s = 0; for (int i = 0; i < n; i++) { k = n; __asm__ "
                        "volatile(\"1: dec %0; jnz 1b\" : \"+r\"(k)); s += a[i]; } "
                        "printf(\"%ld\\n\", s); return 0; }\n"),
              "%s", err.text);
    cr_expect(strstr(growth.suspicion,
                     "inline assembly; the processor's instructions grow as n^2") != NULL,
              "%s", growth.suspicion);
}

static const struct growth_line *line_at(unsigned number)
{
    for (size_t i = 0; i < growth.line_count; i++)
        if (growth.lines[i].line == number)
            return &growth.lines[i];
    return NULL;
}

/* n m is asked for: the inner loop takes m times as much, the outer one is no faster. */
Test(grow, tells_of_each_line_how_it_grows_with_two_parameters)
{
    catalog_folder_put(&folder, "generators/gen.c",
                       "#include <stdio.h>\nint main(int argc, char **argv) {\n"
                       "printf(\"%s %s\\n\", argv[1], argv[2]); return argc != 3; }\n");
    catalog_folder_put(&folder, "growth.yaml",
                       "require: { time: \"n m\" }\nsizes: { from: 32, to: 512, steps: 3 }\n"
                       "second: { from: 8, to: 32, steps: 3 }\n"
                       "families: { all: \"gen {n} {m}\" }\n");
    cr_assert(grow("#include <stdio.h>\n"                           /* 1 */
                   "int main(void) { int n, m, s = 0;\n"            /* 2 */
                   "if (scanf(\"%d %d\", &n, &m) != 2) return 1;\n" /* 3 */
                   "for (int i = 0; i < n * m; i++) {\n"            /* 4 */
                   "    s ^= i;\n"                                  /* 5 */
                   "    for (int k = 0; k < m; k++)\n"              /* 6 */
                   "        s += i ^ k;\n"                          /* 7 */
                   "}\n"
                   "printf(\"%d\\n\", s); return 0; }\n"),
              "%s", err.text);
    cr_expect(not(time_curve()->distance.met));
    cr_assert(ge(sz, growth.line_count, 4));
    cr_expect(eq(int, growth.lines[0].line, 7));
    cr_expect(eq(int, growth.lines[0].pace, PACE_M));
    cr_expect(epsilon_eq(dbl, growth.lines[0].excess_exponent_m, 1, 0.05));
    cr_expect(epsilon_eq(dbl, growth.lines[0].excess_exponent, 0, 0.05));
    cr_expect(gt(dbl, growth.lines[0].share, 0.8));
    cr_assert(ne(ptr, (void *)line_at(5), NULL));
    cr_expect(eq(int, line_at(5)->pace, PACE_WITHIN));
    cr_expect(epsilon_eq(dbl, line_at(5)->excess_exponent_m, 0, 1e-6));
}

/* Lines 2 to 6 are READ's. The body of the inner loop ran n (n - 1) / 2 times, strlen looked at n
 * letters for each i; both are known to the unit. */
Test(grow, tells_which_lines_do_the_work_and_how_it_grows_there)
{
    cr_assert(grow("#include <string.h>\n" READ "static char text[100000];\n" /* 7 */
                   "memset(text, 'x', n);\n"                                  /* 8 */
                   "long s = 0;\n"                                            /* 9 */
                   "for (int i = 0; i < n; i++) {\n"                          /* 10 */
                   "    s += a[i];\n"                                         /* 11 */
                   "    for (int k = 0; k < i; k++)\n"                        /* 12 */
                   "        s += a[i] < a[k];\n"                              /* 13 */
                   "    s += strlen(text);\n"                                 /* 14 */
                   "    if (n == 1)\n"                                        /* 15 */
                   "        s = 7;\n"                                         /* 16 */
                   "}\n"
                   "printf(\"%ld\\n\", s); return 0; }\n"),
              "%s", err.text);
    double sum = 0;
    for (size_t i = 0; i < growth.line_count; i++)
        sum += growth.lines[i].share;
    cr_expect(epsilon_eq(dbl, sum, 1, 1e-6));
    cr_assert(ne(ptr, (void *)line_at(13), NULL));
    cr_expect(eq(int, line_at(13)->class, GROWTH_N_2));
    cr_expect(eq(int, line_at(14)->class, GROWTH_N_2));
    cr_expect(eq(int, line_at(11)->class, GROWTH_N));
    cr_expect(eq(int, line_at(9)->class, GROWTH_1));
    cr_expect(eq(uint, growth.lines[0].line, 14));
    cr_expect(eq(uint, growth.lines[1].line, 13));
    cr_expect(epsilon_eq(dbl, line_at(14)->share / line_at(13)->share, 2, 0.02));
    cr_expect(eq(ptr, (void *)line_at(16), NULL));
    cr_assert(eq(sz, growth.unexecuted_count, 1));
    cr_expect(eq(uint, growth.unexecuted[0].first, 16));
    cr_expect(eq(uint, growth.unexecuted[0].last, 16));
}

/* Five families cost the same but for one that is a little worse, at larger sizes another one. Each
 * by itself runs line 9 n times, or 2 n, … or 5 n; the worst of each size would be n log n. */
Test(grow, follows_one_family_along_its_sizes)
{
    catalog_folder_put(&folder, "growth.yaml",
                       "require: { time: n }\nfamilies: { a: \"gen {n} 1\", b: \"gen {n} 2\", "
                       "c: \"gen {n} 3\", d: \"gen {n} 4\", e: \"gen {n} 5\" }\n");
    cr_assert(grow(READ "int k = a[0] < 9999 ? 4 : a[0] < 17999 ? 1 : a[0] < 19999 ? 5 : a[0] / "
                        "16000;\n" /* 6 */
                        "int s = 0, worst = n < 100 ? 1 : n < 400 ? 2 : n < 1600 ? 3 : n < 6400 ? "
                        "4 : 5;\n"                                                /* 7 */
                        "for (int i = 0; i < k * n; i++)\n"                       /* 8 */
                        "    s ^= i;\n"                                           /* 9 */
                        "for (int i = 0; i < (10 - k + (k == worst)) * n; i++)\n" /* 10 */
                        "    s ^= i;\n"                                           /* 11 */
                        "printf(\"%d\\n\", s); return 0; }\n"),
              "%s", err.text);
    cr_assert(ne(ptr, (void *)line_at(9), NULL));
    cr_expect(eq(int, line_at(9)->class, GROWTH_N));
}

Test(grow, notices_a_program_that_behaves_differently_when_it_is_counted)
{
    cr_assert(grow(READ
                   "\n#ifdef __clang__\nprintf(\"0\\n\");\n#else\nprintf(\"%d\\n\", a[n / 2]);\n"
                   "#endif\nreturn 0; }\n"),
              "%s", err.text);
    cr_expect(
        eq(str, (char *)growth.suspicion, "the program prints something else when it is counted"));
}

Test(grow, stops_where_a_program_ends_badly)
{
    cr_assert(grow(READ "if (n > 2000) abort(); printf(\"%d\\n\", a[n / 2]); return 0; }\n"), "%s",
              err.text);
    cr_expect(eq(int, time_curve()->fit.class, GROWTH_N));
    cr_expect(strstr(growth.stopped, "at n = 2048: ") == growth.stopped, "%s", growth.stopped);
    cr_assert(grow(READ "abort(); }\n"), "%s", err.text);
    cr_expect(ne(ptr, (void *)growth.not_measured, NULL));
}

/* Functions within functions are gcc's own; it counts then, without lines. */
Test(grow, counts_by_gcc_what_clang_refuses)
{
    cr_assert(grow(READ "long s = 0; int less(int i, int k) { return a[i] < a[k]; }\n"
                        "for (int i = 0; i < n; i++) for (int k = 0; k < i; k++) s += less(i, k);\n"
                        "printf(\"%ld\\n\", s); return 0; }\n"),
              "%s", err.text);
    cr_expect(eq(ptr, (void *)growth.not_measured, NULL));
    cr_expect(eq(int, time_curve()->fit.class, GROWTH_N_2));
    cr_expect(eq(int, time_curve()->fit.confidence, CONFIDENCE_CERTAIN));
    cr_expect(eq(int, growth.curves[GROWTH_STACK].fit.class, GROWTH_1));
    cr_expect(eq(sz, growth.line_count, 0));
    cr_expect(eq(sz, growth.blind_spot_count, 0), "%s",
              growth.blind_spot_count ? growth.blind_spots[0] : "");
    cr_expect(eq(str, (char *)growth.suspicion, ""));
    cr_assert(grow(READ "int down(int k) { return k == 0 ? 0 : 1 + down(k - 1); }\n"
                        "printf(\"%d\\n\", down(n)); return 0; }\n"),
              "%s", err.text);
    cr_expect(eq(int, time_curve()->fit.class, GROWTH_N));
    cr_expect(eq(int, growth.curves[GROWTH_STACK].fit.class, GROWTH_N));
}

Test(grow, blames_the_package_for_its_generator)
{
    static const struct {
        const char *generator, *complaint;
    } rows[] = {
        { "int main(void) { return 0; }\n",
          "growth.yaml:2: family 'all': its generator prints nothing" },
        { "#include <stdio.h>\nint main(void) { puts(\"5\"); return 0; }\n",
          "growth.yaml:2: family 'all': its generator prints the same for different {n}" },
        { "#include <stdio.h>\nint main(void) { fputs(\"bad luck\\n\", stderr); return 3; }\n",
          "its generator failed for n = 64: exit status 3: bad luck" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        catalog_folder_put(&folder, "generators/gen.c", rows[i].generator);
        err_clear(&err);
        cr_expect(not(grow("int main(void) { return 0; }\n")));
        cr_expect(eq(int, err.kind, ERR_INPUT));
        cr_expect(strstr(err.text, rows[i].complaint) != NULL, "%s", err.text);
    }
}

/* Takes the fifteen seconds that a generator may. */
Test(grow, does_not_wait_for_a_generator_that_hangs)
{
    catalog_folder_put(&folder, "generators/gen.c",
                       "#include <unistd.h>\nint main(void) { for (;;) pause(); }\n");
    cr_expect(not(grow("int main(void) { return 0; }\n")));
    cr_expect(eq(int, err.kind, ERR_INPUT));
    cr_expect(strstr(err.text,
                     "growth.yaml:2: family 'all': its generator failed for n = 64: waited "
                     "or slept") != NULL,
              "%s", err.text);
}

Test(grow, wants_a_plan_and_a_solution_that_compiles)
{
    cr_expect(not(grow("int main(void) { return }\n")));
    cr_expect(eq(int, err.kind, ERR_INPUT));
    err_clear(&err);
    catalog_folder_drop(&folder, "growth.yaml");
    cr_expect(not(grow("int main(void) { return 0; }\n")));
    cr_expect(strstr(err.text, "has no growth.yaml") != NULL);
}

/* ---- after judging ---- */

static struct quality *inspected; /* NULL: not */
static struct public_tests public_tests;

/* One test, judged as said; the program is built but not judged. */
static const struct growth *grow_as(enum verdict verdict, const char *source)
{
    struct arena *arena = &folder.arena;
    static struct package package;
    static struct case_result result;
    struct judgement judgement = {
        .package = &package, .verdict = verdict, .cases = &result, .case_count = 1
    };
    struct compile_result compile;
    struct source_set sources;
    SCOPED_FD plain = -1;
    catalog_folder_put(&folder, "solution.c", source);
    const char *path = catalog_folder_path(&folder, "solution.c");
    result.verdict = verdict;
    cr_assert(sources_read(&path, 1, arena, &sources, &err), "%s", err.text);
    cr_assert(catalog_load(folder.package, arena, &package, &err), "%s", err.text);
    cr_assert(prepare_build(&means, &package, sources, arena, &compile, &plain, &err));
    return grow_judged(&means, &judgement, inspected, &public_tests, sources, plain, arena);
}

#define QUADRATIC                                                                                  \
    READ "long s = 0; for (int i = 0; i < n; i++) for (int k = 0; k < i; k++) s += a[i] < a[k];\n" \
         "printf(\"%ld\\n\", s); return 0; }\n"

Test(grow, measures_what_passed_or_is_only_too_slow)
{
    static const enum verdict verdicts[] = { VERDICT_ACCEPTED, VERDICT_TIME_LIMIT };
    for (size_t i = 0; i < 2; i++) {
        const struct growth *measured = grow_as(verdicts[i], QUADRATIC);
        cr_assert(measured && !measured->not_measured, "%s", measured->not_measured);
        cr_expect(eq(int, measured->curves[GROWTH_TIME].fit.class, GROWTH_N_2));
        cr_expect(not(measured->is_not_passing));
    }
}

Test(grow, does_not_measure_what_answers_wrongly)
{
    static const enum verdict verdicts[] = { VERDICT_WRONG_ANSWER, VERDICT_RUN_ERROR };
    for (size_t i = 0; i < 2; i++) {
        const struct growth *measured = grow_as(verdicts[i], QUADRATIC);
        cr_assert(measured && measured->not_measured && measured->is_not_passing);
        cr_expect(eq(str, (char *)measured->curves[GROWTH_TIME].required, "n"));
    }
}

Test(grow, a_package_at_fault_costs_nobody_anything)
{
    catalog_folder_put(&folder, "generators/gen.c", "int main(void) { return 3; }\n");
    const struct growth *measured = grow_as(VERDICT_ACCEPTED, QUADRATIC);
    cr_assert(measured && measured->not_measured && !measured->is_not_passing);
    cr_expect(strstr(measured->not_measured, "its generator failed") != NULL, "%s",
              measured->not_measured);
    catalog_folder_put(&folder, "growth.yaml", "require: { time: fast }\n");
    measured = grow_as(VERDICT_ACCEPTED, QUADRATIC);
    cr_assert(measured && measured->not_measured && !measured->is_not_passing);
    cr_expect(strstr(measured->not_measured, "growth.yaml:1") != NULL, "%s",
              measured->not_measured);
    catalog_folder_drop(&folder, "growth.yaml");
    cr_expect(grow_as(VERDICT_ACCEPTED, QUADRATIC) == NULL);
}

Test(grow, does_not_measure_what_the_sanitizers_caught)
{
    static const char *tools[] = { "gcc", "sanitizers" };
    struct quality_finding finding = {
        .file = "solution.c", .line = 7, .tools = tools, .tool_count = 2, .kind = QUALITY_ESSENTIAL
    };
    struct quality quality = { .findings = &finding, .finding_count = 1 };
    inspected = &quality;
    const struct growth *measured = grow_as(VERDICT_ACCEPTED, QUADRATIC);
    cr_assert(measured && measured->not_measured && !measured->is_not_passing);
    cr_expect(strstr(measured->not_measured, "the sanitizers found a bug at solution.c:7") ==
              measured->not_measured);
    finding.tool_count = 1;
    measured = grow_as(VERDICT_ACCEPTED, QUADRATIC);
    cr_expect(measured && !measured->not_measured, "what is only suspected says nothing");
}
