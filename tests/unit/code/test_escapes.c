/* test_escapes.c - the reader of code finds what hides work, however it is written, and nothing
 * else.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/code/libclang.h"
#include "grader/code/worker.h"
#include "grader/run/boxed.h"

enum { LINE_MAX = 400 };

/* One line of a source, and what must be said of it; NULL: nothing. */
struct row {
    const char *line, *says;
};

static const struct row hostile[] = {
    { "#include \"own.h\"", NULL },
    { "#define JOIN(a, b) a##b", NULL },
    { "#define TEXT(x) #x", NULL },
    { "#define DO(x) _Pragma(TEXT(x))", NULL },
    { "#define QUICK JOIN(__attr, ibute__)((JOIN(no_profile_instr, ument_function)))", NULL },
    { "#define CODE JOIN(as, m)", NULL },
    { "QUICK int f1(void) { return 1; }", "no_profile_instrument_function" },
    { "int f2(void) { CODE(\"nop\"); return 2; }", "inline assembly" },
    { "int f3(int n) { return sizeof(int[({ __asm(\"\"); n; })]); }", "inline assembly" },
    { "CODE(\".globl f4\");", "assembly outside of functions" },
    { "__attribute((__section__(\".x\"))) int v5 = 5;", "(section)" },
    { "int f6(void) { static int v QUICK JOIN(__attr, ibute)((section(\"y\"))) = 1; return v; }",
      "(section)" },
    { "DO(clang attribute push(__attribute__((no_sanitize(\"coverage\"))), apply_to = function))",
      "(no_sanitize)" },
    { "int f7(void) { return 7; }", NULL }, /* told of where the pragma is */
    { "DO(clang attribute pop)", NULL },
    { "__attribute__((disable_sanitizer_instrumentation)) int f8(void) { return 8; }",
      "(disable_sanitizer_instrumentation)" },
    { "int f9(void) __attribute__((alias(\"f8\")));", "(alias)" },
    { "static void *choose(void) { return f8; }", NULL },
    { "int f10(void) __attribute__((ifunc(\"choose\")));", "(ifunc)" },
    { "__attribute__((constructor(101))) void f11(void) {}", "(constructor)" },
    { "__attribute__((naked)) void f12(void) {}", "(naked)" },
    { "int f13(void) __asm__(\"strlen\");", "given to the assembler (strlen)" },
    { "DO(redefine_extname f14 memcpy)", NULL },
    { "int f14(void) { return 14; }", "given to the assembler (memcpy)" },
    { "extern long JOIN(__start___llvm, _prf_cnts)[];", "(__start___llvm_prf_cnts)" },
    { "int f15(void) { extern long __sancov_lowest_stack; return 15; }",
      "(__sancov_lowest_stack)" },
    { "OWN int f16(void) { return 16; }", "(no_instrument_function)" },
    { "as\\\nm(\"\");", "assembly outside of functions" }, /* two lines: the last row */
};

static const struct row honest[] = {
    { "#include <stdio.h>", NULL },
    { "#include <sys/select.h>", NULL },
    { "#include <math.h>", NULL },
    { "#define BARRIER() __asm__ volatile(\"\")", NULL }, /* which nobody uses */
    { "// asm(\"nop\");", NULL },
    { "static const char *const words[] = { \"asm\", \"__attribute__((section(1)))\" };", NULL },
    { "static int asm_count, section, naked __attribute__((unused));", NULL },
    { "struct __attribute__((packed, aligned(2))) alias { char c; int constructor; };", NULL },
    { "__attribute__((format(printf, 1, 2))) int say(const char *text, ...);", NULL },
    { "__attribute__((deprecated(\"__attribute__((section))\"))) int no_sanitize(int section);",
      NULL },
    { "static inline __attribute__((always_inline, const)) int f(int x) { return x; }", NULL },
    { "__attribute__((constructor)) static void begin(void) { asm_count = naked = section; }",
      NULL },
    { "extern long strtol(const char *, char **, int);", NULL },
    { "_Pragma(\"GCC diagnostic ignored \\\"-Wall\\\"\")", NULL },
    { "int main(void) { return f((int)sqrt(2)) + words[0][0]; }", NULL },
};

/* The rows as a file. */
static struct str source_of(const struct row *rows, size_t count, struct buf *text)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(text, "%s\n", rows[i].line);
    return (struct str){ buf_text(text), text->length };
}

static struct boxed_runner boxed;
static struct run_outcome outcome;

static struct str answer_about(struct str source)
{
    const struct source_file files[] = {
        { "main.c", source },
        { "own.h", str_of("#define OWN __attribute__((no_instrument_function))\n") },
    };
    const char *argv[] = {
        BIN "/grader", CODE_WORKER_FLAG, libclang_find(), "main.c", "-O1", "-fno-builtin", NULL
    };
    const char *readable[] = { argv[0], NULL };
    const struct run_program program = { .name = "reader",
                                         .profile = RUN_TOOL,
                                         .limits = { 10000000, 60000000, LIBCLANG_MEMORY_BYTES,
                                                     1 << 20, 8 },
                                         .executable = -1,
                                         .files = files,
                                         .file_count = 2,
                                         .readable = readable };
    const struct run_request request = { .argv = argv, .input = -1 };
    struct err err = { 0 };
    cr_assert(argv[2], "libclang is not installed");
    cr_assert(boxed_init(&boxed, PROTECTION_MINIMAL, &err), "%s", err.text);
    cr_assert(runner_once(&boxed.runner, &program, &request, &outcome, &err), "%s", err.text);
    cr_assert_eq(outcome.verdict, VERDICT_ACCEPTED, "%s", outcome.cause);
    return outcome.output;
}

/* What is said of each line, and nothing of others. */
static void check(const struct row *rows, size_t count)
{
    SCOPED_BUF text;
    char wanted[LINE_MAX];
    buf_init(&text, 1 << 16);
    struct str rest = answer_about(source_of(rows, count, &text)), line;
    for (size_t i = 0; i < count; i++)
        if (rows[i].says) {
            cr_assert(str_next_line(&rest, &line), "nothing is said of %s", rows[i].line);
            snprintf(wanted, sizeof wanted, "escape\t%zu\t", i + 1);
            cr_expect(line.length > strlen(wanted) &&
                          memcmp(line.at, wanted, strlen(wanted)) == 0 &&
                          memmem(line.at, line.length, rows[i].says, strlen(rows[i].says)),
                      "%s: %.*s", rows[i].line, (int)line.length, line.at);
        }
    cr_expect(str_next_line(&rest, &line) && str_is(line, "end"), "%.*s", (int)line.length,
              line.at);
    cr_expect(rest.length == 0);
    run_outcome_release(&outcome);
}

Test(escapes, finds_all_that_hides_work_however_it_is_written)
{
    check(hostile, sizeof hostile / sizeof hostile[0]);
}

Test(escapes, finds_nothing_in_words_that_hide_nothing)
{
    check(honest, sizeof honest / sizeof honest[0]);
}

Test(escapes, says_when_not_all_could_be_looked_at)
{
    struct str answer =
        answer_about(str_of("int f(void) { asm(\"\"); int g(void) { return 1; } }"));
    cr_expect(memmem(answer.at, answer.length, "trouble\t", 8) != NULL);
    run_outcome_release(&outcome);
}
