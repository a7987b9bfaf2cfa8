/* test_leaks.c - no byte of a hidden test leaves the grader, whatever the candidate's program does
 * with it. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/str.h"
#include "tests/support/e2e_run.h"
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

TestSuite(leaks, .init = begin, .fini = end, .timeout = 120);

/* Fills the cache with the made tests: a right solution is graded. */
static void make_hidden_tests(void)
{
    e2e_put(&e2e, "right.c", e2e_double_right);
    struct e2e_result got = e2e_grader(&e2e, "judge", "home/problems/double", "right.c", NULL);
    e2e_ended(&got, 0);
    cr_assert(!strstr(got.out, "27182818284590452"));
}

/* Every word of at least eight bytes in a hidden input or answer, one a line. */
static const char *hidden_words(void)
{
    const char *words = e2e_sh(&e2e, "cat $(find home/problems/*/data/secret cache"
                                     " -name '*.in' -o -name '*.ans') | tr -s ' ' '\\n' |"
                                     " grep -E '.{8,}' | sort -u");
    size_t lines = 0;
    for (const char *at = words; (at = strchr(at, '\n')); at++)
        lines++;
    cr_assert(lines >= 2 * (3 + 43), "only %zu words: the tests were not made", lines);
    cr_assert(strstr(words, "62831853071795864") && strstr(words, "Wilhelmina-of-the-marsh"));
    return words;
}

static void search(const char *where, const char *text, size_t size, const char *words)
{
    struct str rest = str_of(words), word;
    while (str_next_line(&rest, &word))
        cr_expect(memmem(text, size, word.at, word.length) == NULL, "%s tells '%.*s'", where,
                  (int)word.length, word.at);
}

static void search_file(const char *place, const char *words)
{
    const char *text = e2e_read(&e2e, place);
    cr_assert(text != NULL, "no %s", place);
    search(place, text, strlen(text), words);
}

static void search_said(const char *what, const struct e2e_result *got, const char *words)
{
    search(what, got->out, got->out_size, words);
    search(what, got->err, got->err_size, words);
}

/* Grades one solution to a problem and searches all that is said and written. */
static struct e2e_result try_grade(const char *problem, const char *source, const char *verdict)
{
    e2e_sh(&e2e, "rm -rf repo o");
    e2e_put(&e2e, arena_printf(&e2e.arena, "repo/%s/a.c", problem), source);
    e2e_commit(&e2e);
    const char *words = hidden_words();
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--verbose", "--out", "o", "--format",
                                       "text", "--format", "json", "--format", "html", NULL);
    e2e_ended(&got, 1);
    cr_expect(e2e_has(got.out, verdict), "no %s: %s", verdict, got.out);
    search_said("grade", &got, words);
    search_file("o/report.txt", words);
    search_file("o/report.json", words);
    search_file("o/report.html", words);
    return got;
}

/* The same, and in every other way there is. */
static struct e2e_result try_all(const char *source, const char *verdict)
{
    struct e2e_result got = try_grade("double", source, verdict);
    const char *words = hidden_words(), *package = "home/problems/double";
    struct e2e_result judged = e2e_grader(&e2e, "judge", package, "repo/double", "--all", NULL);
    e2e_ended(&judged, 1);
    search_said("judge", &judged, words);
    judged = e2e_grader(&e2e, "judge", package, "repo/double", "--all", "--json", NULL);
    e2e_ended(&judged, 1);
    search_said("judge --json", &judged, words);
    e2e.terminal = true;
    judged = e2e_grader(&e2e, "grade", "repo", "--verbose", NULL);
    e2e_ended(&judged, 1);
    search_said("grade on a terminal", &judged, words);
    e2e.terminal = false;
    return got;
}

#define READ_ALL                                                                                   \
    "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n"          \
    "static char all[1 << 16];\n"                                                                  \
    "static int is_hidden(void) { return strlen(all) > 12; }\n"                                    \
    "static void read_all(void) { all[fread(all, 1, sizeof all - 1, stdin)] = 0; }\n"

/* Right on the sample, so that it gets to see the hidden ones. */
#define SAMPLE "if (!is_hidden()) { puts(\"2\\n42\"); return 0; }\n"

Test(leaks, by_a_wrong_answer)
{
    make_hidden_tests();
    try_all(
        "#include <stdio.h>\n"
        "int main(void) { int n; long long x; scanf(\"%d\", &n);\n"
        "while (n-- > 0 && scanf(\"%lld\", &x) == 1) printf(\"%lld\\n\", 2 * x + (x > 99)); }\n",
        "WA");
}

Test(leaks, by_an_echo_of_the_input_to_output_and_errors)
{
    make_hidden_tests();
    try_all(READ_ALL "int main(void) { read_all(); " SAMPLE
                     "fputs(all, stdout); fputs(all, stderr);"
                     " return 0; }\n",
            "WA");
}

Test(leaks, by_a_crash_that_says_it_all)
{
    make_hidden_tests();
    try_all(READ_ALL "int main(void) { read_all(); " SAMPLE "fputs(all, stdout); fflush(stdout);"
                     " fputs(all, stderr); abort(); }\n",
            "RTE");
}

/* What a run keeps in memory, files or shared memory would be printed on the input of a
 * counter-example, which is shown in full. */
Test(leaks, by_what_is_kept_for_the_counter_example)
{
    make_hidden_tests();
    struct e2e_result got = try_all(
        READ_ALL
        "#include <fcntl.h>\n#include <sys/mman.h>\n"
        "static char kept[1 << 16];\n"
        "static char *shared;\n"
        "static void keep(const char *place)\n"
        "{ int fd = open(place, O_CREAT | O_RDWR | O_APPEND, 0600); char old[4096] = \"\";\n"
        "  if (fd < 0) return; if (read(fd, old, sizeof old - 1) > 0) printf(\"kept %s\", old);\n"
        "  if (write(fd, all, strlen(all)) < 0) puts(\"no room\"); close(fd); }\n"
        "__attribute__((constructor)) static void share(void)\n"
        "{ shared = mmap(0, 65536, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0); }\n"
        "int main(void) { read_all(); if (all[0] == '0') return 0; " SAMPLE
        "printf(\"was %s now %s\", kept, all);\n"
        "strcat(kept, all); keep(\"kept\"); keep(\"/tmp/kept\"); keep(\"/dev/shm/kept\");\n"
        "if (shared != MAP_FAILED) { printf(\"shared %s\", shared); strcat(shared, all); }\n"
        "return 0; }\n",
        "WA");
    cr_expect(e2e_has(got.out, "counter-example") && e2e_has(got.out, "was  now "), "%s", got.out);
}

/* Measured values have any digits. */
static const char *unmeasured(const char *text, void (*mask)(struct str, struct buf *))
{
    struct buf out;
    buf_init(&out, 16 << 20);
    mask(str_of(text), &out);
    const char *masked = arena_strdup(&e2e.arena, buf_text(&out));
    buf_release(&out);
    return masked;
}

/* The first number of the input, 16 bits at a time, by all that a program can choose. */
Test(leaks, by_exit_status_and_sizes)
{
    make_hidden_tests();
    struct e2e_result got = try_all(READ_ALL "int main(void) { read_all(); " SAMPLE
                                             "return strstr(all, \"27182\") ? 180 + 7 : 1; }\n",
                                    "RTE");
    cr_expect(!e2e_has(unmeasured(got.out, report_mask_text), "187"), "%s", got.out);
    cr_expect(!e2e_has(unmeasured(e2e_read(&e2e, "o/report.json"), report_mask_json), "187"),
              "the status is in the JSON");
    got = try_all(READ_ALL "int main(void) { read_all(); " SAMPLE
                           "char *p = malloc(777777777); if (!p) abort(); memset(p, 1, 777777777);"
                           " return 0; }\n",
                  "of 75");
    const char *said = unmeasured(got.out, report_mask_text);
    cr_expect(!e2e_has(said, "777") && !e2e_has(got.out, " 742 "), "%s", got.out);
}

/* ---- at compile time ---- */

Test(leaks, by_an_include_of_the_packages_files)
{
    make_hidden_tests();
    static const char *const lines[] = {
        "#include \"@/home/problems/double/data/secret/1-small/01.in\"\n",
        "#include \"../../home/problems/double/data/secret/1-small/01.ans\"\n",
        "#include \"/proc/self/cwd/../home/problems/double/data/secret/1-small/01.in\"\n",
        "__asm__(\".incbin \\\"@/home/problems/double/data/secret/1-small/01.in\\\"\");\n",
        "__asm__(\".include \\\"@/home/problems/double/data/secret/1-small/01.in\\\"\");\n",
        "#include \"/proc/self/environ\"\n",
        "#include \"/etc/passwd\"\n",
    };
    const char *made = e2e_sh(&e2e, "find cache -name '*.in' | head -n 1 | tr -d '\\n'");
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        const char *line = lines[i], *at = strchr(line, '@');
        if (at)
            line = arena_printf(&e2e.arena, "%.*s%s%s", (int)(at - line), line, e2e.folder, at + 1);
        const char *source = arena_printf(&e2e.arena, "%sint main(void) { return 0; }\n", line);
        struct e2e_result got = try_grade("double", source, "CE");
        cr_expect(!e2e_has(got.out, "root:"), "%s", got.out);
    }
    try_grade("double", arena_printf(&e2e.arena, "#include \"%s/%s\"\n", e2e.folder, made), "CE");
}

Test(leaks, by_errors_inside_the_driver)
{
    static const char *const sources[] = {
        "#define main nothing(\n#include \"driver.c\"\n",
        "#include \"driver.c\"\nint x = of_the_driver_alone;\n",
        "#define char struct nothing\n#include \"driver.c\"\n",
        "__asm__(\".include \\\"driver.c\\\"\");\n",
    };
    make_hidden_tests();
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        struct e2e_result got = try_grade("greet", sources[i], "CE");
        cr_expect(!e2e_has(got.out, "driver-secret-constant"), "%s", got.out);
        cr_expect(!e2e_has(e2e_read(&e2e, "o/report.json"), "driver-secret-constant"));
        cr_expect(!e2e_has(e2e_read(&e2e, "o/report.html"), "driver-secret-constant"));
    }
}
