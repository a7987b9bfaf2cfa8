/* test_count_build.c - counts of small programs, worked out by hand; and who may not forge them. */
#include "grader/growth/count_build.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "grader/growth/weighted.h"
#include "tests/support/growth_bench.h"

static struct count_record count_of(const char *source, const char *input)
{
    struct growth_bench bench;
    struct count_record record = { 0 };
    enum verdict verdict;
    growth_bench_build(&bench, source, NULL, NULL);
    cr_expect(growth_bench_run(&bench, input, &record, &verdict));
    cr_expect(eq(int, verdict, VERDICT_ACCEPTED));
    growth_bench_release(&bench);
    return record;
}

/* main 1, the loop's body 1000: clang counts no region twice. */
Test(count_build, counts_each_region_once)
{
    struct count_record record = count_of(
        "volatile int x; int main(void) { for (int i = 0; i < 1000; i++) x++; return 0; }", "");
    cr_expect(eq(u64, record.units, 1001));
    cr_expect(eq(u64, record.heap_bytes, 0));
}

/* What a call on 3000 costs more than on 1000, by the weights in counter.c. */
static const struct {
    const char *call;
    unsigned long units;
} calls[] = {
    { "a[n] = 0; sink = strlen(a)", 2000 },
    { "memcpy(b, a, n)", 500 },
    { "memmove(b, a, n)", 500 },
    { "a[n] = 0; strcpy(b, a)", 2000 },
    { "a[n] = 'y'; sink = strchr(a, 'y') != 0", 2000 },
    { "a[n] = 'y'; sink = memchr(a, 'y', 4000) != 0", 500 },
    { "a[n] = 'y'; sink = memcmp(a, a + 1, 3900)", 500 },
    { "a[n] = 'y'; a[n + 1] = 0; sink = strstr(a, \"xy\") != 0", 2000 },
    { "free(calloc(n, 4))", 2000 },
    { "printf(\"%.*s\", n, a)", 2000 },
    { "fwrite(a, 1, n, stdout)", 500 },
    { "free(malloc(n))", 0 },
    { "memset(b, 1, n)", 500 },
    { "a[n] = 0; free(strdup(a))", 2000 },
    { "a[n] = 0; puts(a)", 2000 },
    { "a[n] = 0; sink = strcmp(a, a + 1)", 2000 },
    { "a[n] = 0; sprintf(b, \"%s\", a)", 2000 },
    { "p = malloc(n); p = realloc(p, n + 1); free(p)", 0 },
    { "p = malloc(n); p = realloc(p, n * 2); free(p)", 500 },
};
enum { CALLS = sizeof calls / sizeof calls[0] };

static uint64_t units_of_call(struct growth_bench *bench, size_t call, unsigned n)
{
    char input[40];
    struct count_record record = { 0 };
    snprintf(input, sizeof input, "%03zu %u\n", call, n);
    cr_expect(growth_bench_run(bench, input, &record, NULL));
    return record.units;
}

Test(count_build, weighs_the_library)
{
    static char text[8000];
    struct growth_bench bench;
    size_t at = (size_t)snprintf(text, sizeof text,
                                 "#include <stdio.h>\n#include <string.h>\n#include <stdlib.h>\n"
                                 "static char a[5000], b[5000]; static volatile long sink;\n"
                                 "int main(void) { int n, row; char *p;\n"
                                 "if (scanf(\"%%d %%d\", &row, &n) != 2) return 1;\n"
                                 "memset(a, 'x', 4000); switch (row) {\n");
    for (size_t i = 0; i < CALLS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "case %zu: %s; break;\n", i,
                               calls[i].call);
    snprintf(text + at, sizeof text - at, "} return 0; }\n");
    growth_bench_build(&bench, text, NULL, NULL);
    for (size_t i = 0; i < CALLS; i++)
        cr_expect(eq(u64, units_of_call(&bench, i, 3000) - units_of_call(&bench, i, 1000),
                     calls[i].units),
                  "%s", calls[i].call);
    growth_bench_release(&bench);
}

/* By characters of the file, also when a token is longer than stdio's buffer. */
Test(count_build, weighs_input_by_characters)
{
    static const char program[] = "#include <stdio.h>\nstatic char a[100000];\n"
                                  "int main(void) { return scanf(\"%99999s\", a) != 1; }";
    static char text[50001];
    memset(text, 'x', 1000);
    uint64_t least = count_of(program, text).units;
    memset(text, 'x', 50000);
    cr_expect(eq(u64, count_of(program, text).units - least, 49000));
}

Test(count_build, takes_the_peak_of_the_heap_as_asked_for)
{
    struct count_record record =
        count_of("#include <stdlib.h>\n"
                 "int main(void) { char *a = malloc(1000), *b = malloc(500);\n"
                 "free(a); b = realloc(b, 700); a = aligned_alloc(64, 640);\n"
                 "a[0] = b[0] = 1; free(a); free(b); return 0; }",
                 "");
    cr_expect(eq(u64, record.heap_bytes, 1500));
    cr_expect(eq(u64, record.heap_total_bytes, 1000 + 500 + 200 + 640));
}

Test(count_build, sees_the_depth_of_the_stack)
{
    static const char program[] =
        "#include <stdio.h>\n"
        "static int down(int n) { volatile char frame[100]; frame[n % 100] = 1;\n"
        "return n == 0 ? 0 : frame[n % 100] + down(n - 1); }\n"
        "int main(void) { int n; if (scanf(\"%d\", &n) != 1) return 1; return down(n) < 0; }";
    uint64_t least = count_of(program, "10").stack_bytes;
    uint64_t most = count_of(program, "1010").stack_bytes;
    cr_expect(ge(u64, most - least, 100 * 1000));
    cr_expect(le(u64, most - least, 200 * 1000));
}

Test(count_build, is_the_same_ten_times)
{
    static const char program[] =
        "#include <stdio.h>\n#include <stdlib.h>\n"
        "static int order(const void *a, const void *b) { return *(int *)a - *(int *)b; }\n"
        "int main(void) { int n; if (scanf(\"%d\", &n) != 1) return 1;\n"
        "int *a = malloc(n * sizeof *a); srand(7); for (int i = 0; i < n; i++) a[i] = rand() % "
        "100;\n"
        "qsort(a, n, sizeof *a, order); printf(\"%d\\n\", a[0]); free(a); return 0; }";
    struct growth_bench bench;
    struct count_record first, again;
    growth_bench_build(&bench, program, NULL, NULL);
    cr_assert(growth_bench_run(&bench, "5000\n", &first, NULL));
    for (int i = 0; i < 10; i++) {
        cr_assert(growth_bench_run(&bench, "5000\n", &again, NULL));
        cr_expect(eq(int, memcmp(&first, &again, sizeof first), 0));
    }
    growth_bench_release(&bench);
    growth_bench_build(&bench, program, NULL, NULL);
    cr_assert(growth_bench_run(&bench, "5000\n", &again, NULL));
    cr_expect(eq(int, memcmp(&first, &again, sizeof first), 0));
    growth_bench_release(&bench);
}

/* The driver may loop and print as it likes, and free what the candidate allocated. */
Test(count_build, leaves_the_driver_out)
{
    static const char header[] = "int *make(int n);\n";
    static const char source[] = "#include \"api.h\"\n#include <stdlib.h>\n"
                                 "int *make(int n) { return calloc(n, sizeof(int)); }\n";
    static const char driver[] =
        "#include \"api.h\"\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
        "int main(void) { char *mine = malloc(100000); memset(mine, 'x', 99999); mine[99999] = 0;\n"
        "for (int i = 0; i < 1000; i++) { int *a = make(10); printf(\"%d%s\", a[0], mine + "
        "99990);\n"
        "free(a); } free(mine); return 0; }\n";
    struct growth_bench bench;
    struct count_record record;
    growth_bench_build(&bench, source, driver, header);
    cr_assert(growth_bench_run(&bench, "", &record, NULL));
    cr_expect(eq(u64, record.units, 1000 * (1 + 1 + 10)));
    cr_expect(eq(u64, record.heap_bytes, 40));
    cr_expect(eq(u64, record.heap_total_bytes, 40000));
    cr_expect(eq(sz, bench.program.blind_spot_count, 0));
    growth_bench_release(&bench);
}

Test(count_build, names_what_it_cannot_see)
{
    struct growth_bench bench;
    growth_bench_build(&bench,
                       "#include <wchar.h>\n#include <math.h>\nint main(int c, char **v) {\n"
                       "return (int)wcslen((wchar_t *)v) + (int)sin(c); }",
                       NULL, NULL);
    cr_assert(eq(sz, bench.program.blind_spot_count, 1));
    cr_expect(eq(str, (char *)bench.program.blind_spots[0], "wcslen"));
    growth_bench_release(&bench);
}

Test(count_build, tells_the_static_bytes)
{
    struct growth_bench bench;
    growth_bench_build(&bench, "int table[10000]; int main(void) { return table[7]; }", NULL, NULL);
    cr_expect(ge(u64, bench.program.static_bytes, 40000));
    cr_expect(le(u64, bench.program.static_bytes, 40200));
    growth_bench_release(&bench);
}

Test(count_build, says_why_both_compilers_refuse)
{
    struct growth_bench bench;
    growth_bench_build(&bench, "int main(void) { return          nothing; }", NULL, NULL);
    cr_assert(not(eq(ptr, (void *)bench.program.refused, NULL)));
    cr_expect(strstr(bench.program.refused, "main.c:1:34: error") != NULL, "%s",
              bench.program.refused);
    cr_expect(eq(int, bench.program.executable, -1));
    growth_bench_release(&bench);
}

/* A function of the candidate that has a library function's name is its own. */
Test(count_build, takes_the_candidates_own_function)
{
    struct count_record record =
        count_of("unsigned long strlen(const char *s) { unsigned long n = 0; while (s[n]) n++; "
                 "return n; }\n"
                 "int main(void) { return strlen(\"four\") != 4; }",
                 "");
    cr_expect(eq(u64, record.units, 1 + 1 + 4));
}

/* ---- who tries to forge ---- */

static bool has_record(const char *source, struct count_record *out)
{
    struct growth_bench bench;
    growth_bench_build(&bench, source, NULL, NULL);
    bool found = growth_bench_run(&bench, "", out, NULL);
    growth_bench_release(&bench);
    return found;
}

#define WORK "for (volatile int i = 0; i < 1000; i++);"

Test(count_build, believes_no_printed_record)
{
    struct count_record record = { 0 };
    cr_expect(has_record("#include <stdio.h>\n#include <stdlib.h>\n"
                         "static void late(void) { fprintf(stderr, \"\\n" COUNTER_KEY_HOLE
                         " 1 1 1 1\\n\"); fflush(stderr); }\n"
                         "int main(void) { atexit(late); " WORK " late(); return 0; }",
                         &record));
    cr_expect(gt(u64, record.units, 1000));
}

Test(count_build, counts_to_the_very_end)
{
    struct count_record record = { 0 };
    cr_expect(has_record("#include <stdlib.h>\n#include <unistd.h>\n"
                         "static void late(void) { " WORK " }\n"
                         "int main(void) { atexit(late); return 0; }",
                         &record));
    cr_expect(gt(u64, record.units, 1000));
    cr_expect(has_record("#include <unistd.h>\nint main(void) { " WORK " _exit(0); }", &record));
    cr_expect(gt(u64, record.units, 1000));
    cr_expect(has_record("#include <stdlib.h>\nint main(void) { " WORK " _Exit(0); }", &record));
    cr_expect(gt(u64, record.units, 1000));
}

Test(count_build, has_no_record_of_a_program_that_was_killed)
{
    struct count_record record = { .units = 7 };
    cr_expect(
        not(has_record("#include <stdlib.h>\nint main(void) { " WORK " abort(); }", &record)));
    cr_expect(
        not(has_record("#include <unistd.h>\nint main(void) { close(2); return 0; }", &record)));
    cr_expect(eq(u64, record.units, 7));
}

/* What a section holds before the program starts does not count. */
Test(count_build, starts_from_zero)
{
    struct count_record record = { 0 };
    cr_expect(
        has_record("__attribute__((section(\"__llvm_prf_cnts\"), used)) unsigned long long x =\n"
                   "-900ull; int main(void) { " WORK " return 0; }",
                   &record));
    cr_expect(gt(u64, record.units, 1000));
}

Test(count_build, reads_records_strictly)
{
    static const char *const bad[] = { "",
                                       "\n",
                                       "@k 1 2 3 4\n", /* no line break of ours before it */
                                       "\n@k 1 2 3 4",
                                       "\n@k 1 2 3 4\nmore\n",
                                       "\n@k 1 2 3\n",
                                       "\n@k 1 2 3 x\n",
                                       "\n@k -1 2 3 4\n",
                                       "\n@q 1 2 3 4\n",
                                       "\n@kk 1 2 3 4\n",
                                       "\n@k 99999999999999999999 2 3 4\n" };
    struct count_record record = { .units = 7 };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_expect(not(count_read(str_of(bad[i]), "@k", &record)), "%s", bad[i]);
    cr_expect(eq(u64, record.units, 7));
    cr_expect(count_read(str_of("noise\n@k 1 2 3 4\n"), "@k", &record));
    cr_expect(eq(u64, record.stack_bytes, 4));
}

Test(count_build, weighs_every_name_of_its_list)
{
    struct str object = counter_object();
    for (size_t i = 0; i < weighted_count; i++) {
        char name[80];
        int length = snprintf(name, sizeof name, WEIGHTED_PREFIX "%s", weighted_names[i]);
        cr_expect(memmem(object.at, object.length, name, (size_t)length + 1) != NULL, "%s", name);
        cr_expect(weighted_is_known(str_of(weighted_names[i])));
        cr_expect(i == 0 || strcmp(weighted_names[i - 1], weighted_names[i]) < 0);
    }
    cr_expect(weighted_is_known(str_of("sqrtf")));
    cr_expect(not(weighted_is_known(str_of("wcslen"))));
    cr_expect(not(weighted_is_known(str_of("sqr"))));
}
