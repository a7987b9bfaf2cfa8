/* test_build.c - with a scripted runner: limits, faults, what the compiler is given; with the real
 * gcc: what it makes of good, bad and hostile sources. */
#include "grader/build/build.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "tests/support/build_host_runner.h"
#include "tests/support/fake_runner.h"

enum { FILES_MAX = 8 };

/* One build: files are added, then fake() or real() builds. */
struct bench_of_test {
    struct source_file sources[FILES_MAX], include[FILES_MAX];
    struct source_set include_set;
    struct build_request request;
    struct fake_runner fake;
    struct host_runner host;
    struct arena arena;
    struct compile_result out;
    int executable;
    struct err err;
};
static struct bench_of_test t; /* every test has a process of its own */

static void set_up(void)
{
    fake_runner_init(&t.fake);
    host_runner_init(&t.host);
    t.executable = -1;
    t.include_set = (struct source_set){ "include", t.include, 0 };
    t.request = (struct build_request){
        .sources = { "lrucache", t.sources, 0 },
        .include = &t.include_set,
        .limits = { .cpu_us = 20000000, .memory_bytes = 2048ULL << 20, .code_bytes = 128 << 10 },
    };
}

static void tear_down(void)
{
    fd_close(&t.executable);
    cr_expect(eq(sz, t.fake.live, 0));
    fake_runner_release(&t.fake);
    arena_release(&t.arena);
}

TestSuite(build, .init = set_up, .fini = tear_down);

static void add(const char *path, const char *text)
{
    t.sources[t.request.sources.count++] = (struct source_file){ path, str_of(text) };
}

static void add_include(const char *path, const char *text)
{
    t.include[t.include_set.count++] = (struct source_file){ path, str_of(text) };
}

static bool build_with(struct runner *runner)
{
    fd_close(&t.executable);
    return build_program(runner, &t.request, &t.arena, &t.out, &t.executable, &t.err);
}

static void expect_ce(const char *cause)
{
    cr_expect(t.out.verdict == VERDICT_COMPILE_ERROR && t.executable == -1);
    cr_expect(not(t.out.ok));
    cr_expect_str_eq(t.out.cause, cause);
}

/* ---- scripted ---- */

/* What the next compilers end with; the program is collected when the verdict is accepted. */
static struct script {
    enum verdict verdicts[4];
    const char *log;
    bool without_program;
    size_t runs;
} script;

static bool scripted(void *ctx, const struct run_program *program,
                     const struct run_request *request, struct run_outcome *out, struct err *err)
{
    (void)ctx, (void)program, (void)request, (void)err;
    enum verdict verdict = script.verdicts[script.runs++];
    fake_outcome(out, verdict, NULL, str_of(""), str_of(script.log ? script.log : ""));
    if (verdict == VERDICT_ACCEPTED && !script.without_program)
        fake_outcome_collect(out, 0, str_of("ELF"));
    return true;
}

static bool fake(struct script next)
{
    script = next;
    t.fake.on_run = scripted;
    return build_with(&t.fake.runner);
}

Test(build, gives_the_compiler_files_and_flags_and_nothing_of_the_environment)
{
    add("main.c", "int main(void) {}");
    add("-o.c", "");
    add("notes.txt", "");
    add_include("api.h", "");
    t.request.starter = str_of("ELF");
    cr_assert(fake((struct script){ .verdicts = { VERDICT_ACCEPTED } }), "%s", t.err.text);
    cr_expect(t.out.ok && t.out.verdict == VERDICT_ACCEPTED && t.executable >= 0);
    cr_expect_str_eq(t.out.cause, "");
    char bytes[4] = "";
    cr_expect(read(t.executable, bytes, 3) == 3 && strcmp(bytes, "ELF") == 0);
    const struct fake_record *record = &t.fake.records[0];
    const char *line = fake_record_line(&t.fake, 0);
    cr_expect(str_starts(line, "/usr/bin/gcc -std=gnu17 -B/usr/bin -O2 -static "), "%s", line);
    cr_expect(str_ends(line, " -o .grader-program main.c ./-o.c -Wl,--wrap=main .grader-starter.o "
                             "-lm"),
              "%s", line);
    cr_expect(record->profile == RUN_TOOL && record->executable == -1 && record->input == -1);
    cr_expect(eq(sz, record->file_count, 5));
    cr_expect(eq(u64, record->limits.cpu_us, 20000000));
    cr_expect(eq(u64, record->limits.memory_bytes, 2048ULL << 20));
}

Test(build, tools_have_no_starter)
{
    add("main.c", "int main(void) {}");
    t.request.starter = str_of("ELF");
    t.request.mode = BUILD_TOOL;
    cr_assert(fake((struct script){ .verdicts = { VERDICT_ACCEPTED } }));
    cr_expect(strstr(fake_record_line(&t.fake, 0), "starter") == NULL);
    cr_expect(eq(sz, t.fake.records[0].file_count, 1));
}

Test(build, does_not_try_what_cannot_be_compiled)
{
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("folder 'lrucache' has no .c file");
    add("main.cpp", "");
    add("main.C", "");
    add(".c.txt", "");
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("folder 'lrucache' has no .c file");
    add("main.c", "0123456789");
    t.request.limits.code_bytes = 9;
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("the code has 10 bytes; the limit is 9");
    cr_expect(eq(sz, t.fake.calls, 0));
    cr_expect(t.out.log.length == 0 && t.out.diagnostic_count == 0);
    /* what comes with the problem does not count */
    add_include("api.h", "0123456789");
    t.request.limits.code_bytes = 10;
    cr_assert(fake((struct script){ .verdicts = { VERDICT_ACCEPTED } }));
    cr_expect(t.out.ok);
}

Test(build, refuses_names_without_end_and_files_without_number)
{
    char longest[300] = "";
    memset(longest, 'x', 239);
    memcpy(longest + 239, ".c", 3);
    add(longest, "");
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("the path 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...' has more than 240 bytes");
    static struct source_file long_names[70];
    for (size_t i = 0; i < COUNT_OF(long_names); i++)
        long_names[i] = (struct source_file){ longest + 1, { "", 0 } };
    t.request.sources = (struct source_set){ "long", long_names, COUNT_OF(long_names) };
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("the names of the .c files have more than 16384 bytes together");
    static struct source_file many[2000];
    for (size_t i = 0; i < COUNT_OF(many); i++)
        many[i] = (struct source_file){ i ? "a.h" : "a.c", { "", 0 } };
    t.request.sources = (struct source_set){ "many", many, COUNT_OF(many) };
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("there are 2000 files; the limit is 1000");
    cr_expect(eq(sz, t.fake.calls, 0));
}

Test(build, refuses_a_thousand_sources)
{
    static struct source_file many[1000];
    for (size_t i = 0; i < COUNT_OF(many); i++)
        many[i] = (struct source_file){ "a.c", { "", 0 } };
    t.request.sources = (struct source_set){ "many", many, COUNT_OF(many) };
    cr_assert(fake((struct script){ .log = "" }));
    expect_ce("there are 1000 .c files; the limit is 256");
}

Test(build, a_limit_that_the_compiler_runs_into_is_a_compile_error)
{
    static const struct {
        enum verdict verdict;
        const char *cause;
    } rows[] = {
        { VERDICT_TIME_LIMIT, "the compiler needed more time than the limit allows" },
        { VERDICT_MEMORY_LIMIT, "the compiler needed more memory than the limit allows" },
        { VERDICT_OUTPUT_LIMIT, "the program, or what the compiler said of it, is too large" },
        { VERDICT_FORBIDDEN_CALL, "the compiler was made to do something forbidden" },
    };
    add("main.c", "int main(void) {}");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_assert(fake((struct script){ .verdicts = { rows[i].verdict } }));
        expect_ce(rows[i].cause);
    }
}

Test(build, keeps_the_head_of_a_long_log_to_the_end_of_a_line)
{
    SCOPED_BUF log;
    buf_init(&log, 1 << 20);
    buf_puts(&log, "main.c:1:1: error: e\n");
    while (log.length < 100 * 1000)
        buf_puts(&log, "main.c:2:2: warning: 0123456789\n");
    add("main.c", "int main(void) {}");
    cr_assert(fake((struct script){ .verdicts = { VERDICT_RUN_ERROR }, .log = buf_text(&log) }));
    expect_ce("main.c:1: e");
    cr_expect(t.out.log.length <= BUILD_LOG_MAX && t.out.log.length > BUILD_LOG_MAX - 40);
    cr_expect(t.out.log.at[t.out.log.length - 1] == '\n');
    cr_expect(eq(sz, t.out.diagnostic_count, 100));
}

/* A candidate can print whatever it likes: only an empty program can tell a broken compiler. */
Test(build, a_compiler_that_somebody_killed_is_our_fault)
{
    add("main.c", "int main(void) {}");
    cr_assert(
        not(fake((struct script){ .verdicts = { VERDICT_RUN_ERROR, VERDICT_ACCEPTED },
                                  .log = "gcc: fatal error: Killed signal terminated program cc1\n"
                                         "compilation terminated.\n" })));
    cr_expect(t.err.kind == ERR_FAULT);
    cr_expect(strstr(t.err.text, "killed from outside") != NULL, "%s", t.err.text);
}

Test(build, a_broken_toolchain_is_our_fault_and_a_feigned_one_is_not)
{
    const char *log = "collect2: fatal error: cannot find 'ld'\n";
    add("main.c", "int main(void) {}");
    cr_assert(not(
        fake((struct script){ .verdicts = { VERDICT_RUN_ERROR, VERDICT_RUN_ERROR }, .log = log })));
    cr_expect(t.err.kind == ERR_FAULT);
    cr_expect_str_eq(t.err.text, "cannot build 'lrucache': '/usr/bin/gcc' can't compile even an "
                                 "empty program");
    cr_assert(
        fake((struct script){ .verdicts = { VERDICT_RUN_ERROR, VERDICT_ACCEPTED }, .log = log }));
    expect_ce("the compiler refused the source: cannot find 'ld'");
    cr_expect(eq(sz, script.runs, 2));
}

Test(build, a_program_that_was_not_left_is_our_fault)
{
    add("main.c", "int main(void) {}");
    cr_assert(
        not(fake((struct script){ .verdicts = { VERDICT_ACCEPTED }, .without_program = true })));
    cr_expect(t.err.kind == ERR_FAULT && strstr(t.err.text, "left no program"));
}

Test(build, says_clearly_that_there_is_no_compiler)
{
    add("main.c", "int main(void) {}");
    t.request.compiler = "/nonexistent/gcc";
    cr_assert(not(fake((struct script){ .log = "" })));
    cr_expect(t.err.kind == ERR_FAULT);
    cr_expect_str_eq(t.err.text, "cannot build 'lrucache': cannot use the compiler "
                                 "'/nonexistent/gcc': No such file or directory");
}

Test(build, every_failing_call_is_an_error_without_a_half_result)
{
    add("main.c", "int main(void) {}");
    for (size_t n = 1; n <= 4; n++) { /* two compilers, each opened and run */
        t.fake.calls = 0;
        t.fake.fail_at = n;
        t.err = (struct err){ 0 };
        t.out = (struct compile_result){ .cpu_us = 4711 };
        t.executable = -7;
        cr_assert(not(fake((struct script){ .verdicts = { VERDICT_RUN_ERROR, VERDICT_ACCEPTED } })),
                  "call %zu", n);
        cr_expect(t.err.kind == ERR_FAULT && str_starts(t.err.text, "cannot build 'lrucache': "));
        cr_expect(t.out.cpu_us == 4711 && t.executable == -1, "fd_close wrote the -1");
        cr_expect(eq(sz, t.fake.live, 0));
    }
}

/* ---- the real gcc ---- */

static void real(void)
{
    cr_assert(build_with(&t.host.runner), "%s", t.err.text);
}

/* What the built program prints; it must end well. */
static const char *output_of_program(void)
{
    struct run_program program = { .name = "program",
                                   .profile = RUN_PROGRAM,
                                   .limits = { 5000000, 10000000, 64 << 20, 1 << 20, 1 },
                                   .executable = t.executable };
    const struct run_request request = { .argv = (const char *[]){ "program", NULL }, .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    cr_assert(runner_once(&t.host.runner, &program, &request, &outcome, &t.err));
    cr_expect(outcome.verdict == VERDICT_ACCEPTED, "%s", outcome.cause);
    return arena_memdup(&t.arena, outcome.output.at, outcome.output.length);
}

static void expect_built(const char *output)
{
    cr_assert(t.out.ok, "%s\n%.*s", t.out.cause, (int)t.out.log.length, t.out.log.at);
    cr_expect_str_eq(output_of_program(), output);
}

Test(build, makes_a_program_of_several_files_with_the_real_compiler)
{
    add("lru.c", "#include \"api.h\"\n#include <math.h>\nint f(int x) { return (int)sqrt(x); }\n");
    add("sub/g.c", "#include \"api.h\"\nint g(void) { return 7; }\n");
    add_include("api.h", "int f(int x);\nint g(void);\n");
    add_include("driver.c", "#include \"api.h\"\n#include <stdio.h>\n"
                            "int main(void) { printf(\"%d %d\\n\", f(49), g()); return 0; }\n");
    real();
    expect_built("7 7\n");
    cr_expect(t.out.cpu_us > 0);
}

Test(build, warnings_are_diagnostics_and_no_failure)
{
    add("main.c", "int main(void)\n{\n    int unused;\n    return 0;\n}\n");
    real();
    expect_built("");
    cr_assert(eq(sz, t.out.diagnostic_count, 1));
    const struct diagnostic *d = &t.out.diagnostics[0];
    cr_expect_str_eq(d->file, "main.c");
    cr_expect(d->line == 3 && d->column == 9);
    cr_expect_str_eq(d->kind, "warning");
    cr_expect_str_eq(d->message, "unused variable 'unused' [-Wunused-variable]");
}

/* An object file of this source, by the real compiler. */
static struct str object_of(const char *source)
{
    const struct source_file file = { "starter.c", str_of(source) };
    const struct run_program program = { .name = "gcc",
                                         .profile = RUN_TOOL,
                                         .limits = { 5000000, 10000000, 1 << 30, 1 << 20, 8 },
                                         .executable = -1,
                                         .files = &file,
                                         .file_count = 1 };
    const struct run_request request = {
        .argv = (const char *[]){ "/usr/bin/gcc", "-B/usr/bin", "-c", "starter.c", NULL },
        .input = -1,
        .collect = (const char *[]){ "starter.o", NULL },
    };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    struct str object;
    cr_assert(runner_once(&t.host.runner, &program, &request, &outcome, &t.err));
    cr_assert(fd_read_all(outcome.collected[0], 1 << 20, &t.arena, &object, &t.err));
    return object;
}

static const char starter_source[] =
    "#include <unistd.h>\n"
    "int __real_main(int c, char **v);\n"
    "int __wrap_main(int c, char **v)\n"
    "{ return write(1, \"starter \", 8) == 8 ? __real_main(c, v) : 1; }\n";

Test(build, links_the_starter_around_main)
{
    t.request.starter = object_of(starter_source);
    add("main.c", "#include <stdio.h>\nint main(void) { return puts(\"main\") < 0; }\n");
    real();
    expect_built("starter main\n");
    t.request.mode = BUILD_TOOL;
    real();
    expect_built("main\n");
}

Test(build, nobody_else_can_be_the_starter)
{
    t.request.starter = object_of(starter_source);
    add("main.c", "int __wrap_main(void);\nint __wrap_main(void) { return 0; }\n"
                  "int main(void) { return 0; }\n");
    real();
    expect_ce("'__wrap_main' is defined in more than one file");
    t.sources[0].bytes = str_of("int f(void) { return 1; }\n");
    real();
    expect_ce("there is no function 'main'");
}

Test(build, says_what_is_wrong_with_a_source)
{
    static const struct {
        const char *source, *cause;
    } rows[] = {
        { "int main(void) { return 0 }\n", "main.c:1: expected ';' before '}' token" },
        { "#include \"nope.h\"\n", "main.c:1: nope.h: No such file or directory" },
        { "int main(void) { return f(); }\nint f(void);\n", NULL },
        { "int f(void);\nint main(void) { return f(); }\n",
          "'f' is missing: api.h declares it and no file defines it" },
        { "int g(void);\nint main(void) { return g(); }\n", "'g' is used and no file defines it" },
        { "int f(void) { return 1; }\n", "there is no function 'main'" },
        { "", "there is no function 'main'" },
        { "#error out of memory\n", "main.c:1: #error out of memory" },
        { "#include \"main.c\"\n", NULL },
        { "char a[3000000000];\nint main(void) { return a[5]; }\n",
          "the program's static data is too large" },
    };
    add_include("api.h", "int f(void);\n");
    add("main.c", "");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        t.sources[0].bytes = str_of(rows[i].source);
        real();
        cr_expect(t.out.verdict == VERDICT_COMPILE_ERROR, "%s", rows[i].source);
        if (rows[i].cause)
            expect_ce(rows[i].cause);
    }
}

Test(build, says_that_the_problem_brings_its_own_main)
{
    add("main.c", "int f(void) { return 1; }\nint main(void) { return 0; }\n");
    add_include("driver.c", "int f(void);\nint main(void) { return f(); }\n");
    real();
    expect_ce("'main' is defined twice: driver.c comes with the problem and has it");
}

Test(build, an_include_wins_against_a_namesake_and_a_precompiled_one)
{
    add("driver.c", "int main(void) { return 9; }\n");
    add("api.h", "#error the candidate's header\n");
    add("api.h.gch", "gpch.014 nonsense");
    add("a.c", "#include \"api.h\"\nint f(void) { return 1; }\n");
    add_include("api.h", "int f(void);\n");
    add_include("driver.c", "#include \"api.h\"\n#include <stdio.h>\n"
                            "int main(void) { return printf(\"%d\\n\", f()) < 0; }\n");
    real();
    expect_built("1\n");
}

Test(build, a_header_beside_the_sources_is_not_taken_for_the_system_s)
{
    add("stdio.h", "#error hijacked\n");
    add("main.c", "#include <stdio.h>\nint main(void) { return puts(\"x\") < 0; }\n");
    real();
    expect_built("x\n");
}

Test(build, hostile_names_are_names)
{
    add("-fplugin=x.c", "int f(void) { return 1; }\n");
    add("@main.c", "int f(void);\nint main(void) { return f() - 1; }\n");
    add("a b;'\"$(id)`.c", "int unused_;\n");
    add(".grader-program/x.c", "int broken");
    real();
    expect_built("");
}

/* #line may name any file, with newlines in it, so that a line of the log seems to be gcc's. */
Test(build, forged_lines_blame_nobody_else)
{
    add("main.c", "#line 1 \"collect2: fatal error: cannot find 'ld'\\n/etc/passwd\"\n#error x\n");
    real();
    cr_expect(t.out.verdict == VERDICT_COMPILE_ERROR);
    for (size_t i = 0; i < t.out.diagnostic_count; i++)
        cr_expect_str_eq(t.out.diagnostics[i].file, "");
}

Test(build, a_flood_of_diagnostics_ends)
{
    SCOPED_BUF text;
    buf_init(&text, 1 << 20);
    for (int i = 0; i < 3000; i++)
        buf_puts(&text, "int x = y;\n");
    add("main.c", buf_text(&text));
    real();
    expect_ce("main.c:1: 'y' undeclared here (not in a function)");
    cr_expect(t.out.diagnostic_count <= 100 && t.out.log.length <= BUILD_LOG_MAX);
}

Test(build, a_source_that_includes_itself_or_nests_too_deep_ends)
{
    add("main.c", "#include \"main.c\"\nint main(void) { return 0; }\n");
    real();
    cr_expect(t.out.verdict == VERDICT_COMPILE_ERROR);
    SCOPED_BUF text;
    buf_init(&text, 1 << 20);
    buf_puts(&text, "int main(void) { return ");
    for (int i = 0; i < 100 * 1000; i++)
        buf_putc(&text, '(');
    t.sources[0].bytes = str_of(buf_text(&text));
    real();
    cr_expect(t.out.verdict == VERDICT_COMPILE_ERROR);
}

/* ---- other languages, with the real compilers ---- */

static bool make(enum program_kind kind, struct program *out)
{
    int built = -1;
    t.request.kind = kind;
    t.request.mode = BUILD_TOOL;
    t.request.include = NULL;
    cr_assert(build_any(&t.host.runner, &t.request, &t.arena, &t.out, &built, &t.err), "%s",
              t.err.text);
    if (!t.out.ok)
        return false;
    cr_assert(build_start(&t.request, built, &t.arena, out, &t.err), "%s", t.err.text);
    return true;
}

/* What the program says when it is given "one" and "two". */
static const char *say(const struct program *program)
{
    const struct run_program run = { .name = "made",
                                     .profile = RUN_TOOL,
                                     .limits = { 9000000, 9000000, 1 << 30, 1 << 20, 16 },
                                     .executable = program->executable,
                                     .files = program->files,
                                     .file_count = program->file_count };
    const char *argv[16] = { NULL };
    size_t n = 0;
    for (; n < program->words.count; n++)
        argv[n] = program->words.words[n];
    argv[n++] = "one";
    argv[n] = "two";
    struct run_outcome outcome = { 0 };
    const struct run_request request = { .argv = argv, .input = -1 };
    cr_assert(runner_once(&t.host.runner, &run, &request, &outcome, &t.err));
    const char *text = arena_memdup(&t.arena, outcome.output.at, outcome.output.length);
    run_outcome_release(&outcome);
    return text;
}

Test(build, cpp_is_compiled_with_all_its_files)
{
    struct program program;
    add("main.cpp", "#include <iostream>\n#include \"twice.h\"\n"
                    "int main(int n, char **v) { for (int i = 1; i < n; ++i) "
                    "std::cout << twice(v[i]) << \"\\n\"; }\n");
    add("twice.h", "#include <string>\nstd::string twice(std::string s);\n");
    add("twice.cc", "#include \"twice.h\"\nstd::string twice(std::string s) { return s + s; }\n");
    cr_assert(make(PROGRAM_CPP, &program), "%s", t.out.cause);
    cr_expect_str_eq(say(&program), "oneone\ntwotwo\n");
    cr_expect(not(program.is_tool));
    cr_expect(program.executable >= 0);
    program_close(&program);
    program_close(&program); /* twice is fine */
}

Test(build, cpp_that_is_wrong_does_not_compile)
{
    struct program program;
    add("main.cpp", "int main() { return nothing; }\n");
    cr_assert(not(make(PROGRAM_CPP, &program)));
    cr_expect(t.out.verdict == VERDICT_COMPILE_ERROR);
    cr_expect(t.out.diagnostic_count > 0 && t.out.diagnostics[0].line == 1, "%s", t.out.cause);
}

Test(build, python_runs_its_entry_point)
{
    struct program program;
    add("helper.py", "def shout(s):\n    return s.upper()\n");
    add("main.py",
        "import sys\nfrom helper import shout\nfor a in sys.argv[1:]: print(shout(a))\n");
    cr_assert(make(PROGRAM_PYTHON3, &program), "%s", t.out.cause);
    cr_expect_str_eq(say(&program), "ONE\nTWO\n");
    cr_expect(program.is_tool && program.executable == -1);
}

Test(build, python_with_an_error_of_syntax_does_not_compile)
{
    struct program program;
    add("main.py", "print('fine')\n");
    add("other.py", "def broken(:\n");
    cr_assert(not(make(PROGRAM_PYTHON3, &program)));
    cr_expect_str_eq(t.out.cause, "python3 refused it: SyntaxError: invalid syntax");
}

Test(build, a_script_is_built_once_and_run_from_what_that_left)
{
    struct program program;
    t.request.has_build = true;
    add("build", "#!/bin/sh\ncc -o run say.c && mkdir data && echo made >data/word\n");
    add("say.c", "#include <stdio.h>\nint main(int n, char **v) { char w[9] = \"\"; "
                 "FILE *f = fopen(\"data/word\", \"r\"); if (f && fscanf(f, \"%8s\", w) != 1) "
                 "return 1; printf(\"%s %d %s\\n\", w, n, v[2]); return 0; }\n");
    cr_assert(make(PROGRAM_SCRIPT, &program), "%s", t.out.cause);
    cr_expect_str_eq(say(&program), "made 3 two\n");
}

Test(build, a_script_without_build_is_run_as_it_is)
{
    struct program program;
    add("run", "#!/bin/sh\nexec python3 main.py \"$@\"\n");
    add("main.py", "import sys\nprint(len(sys.argv))\n");
    cr_assert(make(PROGRAM_SCRIPT, &program), "%s", t.out.cause);
    cr_expect_str_eq(say(&program), "3\n");
}

Test(build, a_build_that_fails_or_leaves_nothing_is_named)
{
    struct program program;
    t.request.has_build = true;
    add("build", "echo 'no such thing' >&2\nexit 3\n");
    cr_assert(not(make(PROGRAM_SCRIPT, &program)));
    cr_expect_str_eq(t.out.cause, "its build script refused it: no such thing");
    t.request.sources.count = 0;
    add("build", "true\n");
    cr_assert(not(make(PROGRAM_SCRIPT, &program)));
    cr_expect_str_eq(t.out.cause, "its build script refused it: there is no run");
}

Test(build, what_is_no_language_of_ours_is_bad_input)
{
    int built = -1;
    add("Main.java", "class Main {}\n");
    t.request.kind = PROGRAM_OTHER;
    cr_expect(not(build_any(&t.fake.runner, &t.request, &t.arena, &t.out, &built, &t.err)));
    cr_expect(t.err.kind == ERR_INPUT && built == -1);
    cr_expect(eq(sz, t.fake.calls, 0));
}

Test(build, a_build_is_named_by_all_that_makes_it)
{
    char names[5][HASH_TEXT_MAX];
    const struct build_request requests[] = { { .kind = PROGRAM_C },
                                              { .kind = PROGRAM_CPP },
                                              { .kind = PROGRAM_C, .mode = BUILD_TOOL },
                                              { .kind = PROGRAM_PYTHON3, .entry_point = "a.py" },
                                              { .kind = PROGRAM_PYTHON3, .entry_point = "b.py" } };
    for (size_t i = 0; i < COUNT_OF(requests); i++) {
        struct hash hash;
        hash_init(&hash, NULL, 0);
        build_hash(&requests[i], &hash);
        hash_finish(&hash, names[i]);
        for (size_t k = 0; k < i; k++)
            cr_expect_str_neq(names[i], names[k]);
    }
}
