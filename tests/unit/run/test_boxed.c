/* test_boxed.c - the product's runner with real programs: how each end gets its verdict. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "grader/run/boxed.h"

/* The first byte of the input says what to do. */
static const char actor[] =
    "#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
    "#include <sys/socket.h>\n#include <unistd.h>\n"
    "static int runs;\n"
    "static int deeper(volatile char *p) { volatile char room[4096]; room[0] = *p;"
    " return deeper(room) + room[0]; }\n"
    "int main(int argc, char **argv) {\n"
    "    char all[100] = \"\";\n"
    "    ssize_t size = read(0, all, sizeof all - 1);\n"
    "    runs++;\n"
    "    switch (all[0]) {\n"
    "    case 'e': return atoi(all + 1);\n"
    "    case 'x': exit(atoi(all + 1));\n"
    "    case 'a': abort();\n"
    "    case 's': return *(volatile int *)8;\n"
    "    case 'd': { volatile int zero = runs - 1; return 7 / zero; }\n"
    "    case 'k': raise(SIGKILL); return 0;\n"
    "    case 'r': return deeper(all);\n"
    "    case 'c': for (volatile int i = 0;; i++) ;\n"
    "    case 'w': for (;;) pause();\n"
    "    case 'm': for (;;) memset(malloc(1 << 20), 1, 1 << 20);\n"
    "    case 'n': return malloc((size_t)1 << 40) ? 1 : 0;\n"
    "    case 'o': for (;;) puts(\"again and again and again\");\n"
    "    case 'q': for (;;) fputs(\"again and again and again\", stderr);\n"
    "    case 'f': return fork() < 0 ? 0 : 1;\n"
    "    case 't': return socket(AF_INET, SOCK_STREAM, 0) < 0 ? 0 : 1;\n"
    "    case 'p': for (int i = 1; i < argc; i++) printf(\"%s|\", argv[i]);"
    " printf(\"%d\", runs); return 0;\n"
    "    case 'b': fwrite(\"\\0out\\377\", 1, 5, stdout); fwrite(\"err\\0\", 1, 4, stderr);"
    " return 0;\n"
    "    }\n"
    "    printf(\"%zd:%s\", size, all);\n"
    "    return 0;\n"
    "}\n";

static const uint64_t cpu_us = 200000, wall_us = 30000000; /* a busy machine is no excuse */
static struct boxed_runner boxed;
static struct arena arena;
static struct err err;
static struct run_program program;

static void compile(bool with_starter)
{
    struct source_file file = { "actor.c", str_of(actor) };
    const struct build_request request = {
        .sources = { "actor", &file, 1 },
        .mode = BUILD_RUN,
        .limits = { 30 * 1000000, (uint64_t)1 << 30, 1 << 20 },
        .starter = with_starter ? boxed_starter_object() : (struct str){ "", 0 },
    };
    struct compile_result result;
    int executable;
    cr_assert(build_program(&boxed.runner, &request, &arena, &result, &executable, &err), "%s",
              err.text);
    cr_assert(result.ok, "%.*s", (int)result.log.length, result.log.at);
    program = (struct run_program){ .name = "actor",
                                    .profile = RUN_PROGRAM,
                                    .limits = { cpu_us, wall_us, 64 << 20, 1 << 20, 1 },
                                    .executable = executable,
                                    .has_starter = with_starter };
}

static void begin(void)
{
    cr_assert(boxed_init(&boxed, PROTECTION_MINIMAL, &err), "%s", err.text);
    program.executable = -1;
}

static void end(void)
{
    fd_close(&program.executable);
    arena_release(&arena);
}

TestSuite(boxed, .init = begin, .fini = end, .timeout = 60);

/* The cause lies in the outcome itself, which therefore is not copied. */
static void run(struct run_session *session, const char *input, struct run_outcome *out)
{
    static const char *const argv[] = { "actor", "one", "two words", NULL };
    struct run_request request = { .argv = argv, .input = -1 };
    cr_assert(memory_file("input", input, strlen(input), &request.input, &err));
    cr_assert(runner_run(&boxed.runner, session, &request, out, &err), "%s", err.text);
    fd_close(&request.input);
}

static const struct {
    const char *input;
    enum verdict verdict;
    int exit_code;
    const char *cause;
} ends[] = {
    { "e0", VERDICT_ACCEPTED, 0, "" },
    { "e3", VERDICT_RUN_ERROR, 3, "3" },
    { "x0", VERDICT_ACCEPTED, 0, "" },
    { "x255", VERDICT_RUN_ERROR, 255, "255" },
    { "a", VERDICT_RUN_ERROR, -1, "SIGABRT" },
    { "s", VERDICT_RUN_ERROR, -1, "SIGSEGV" },
    { "d", VERDICT_RUN_ERROR, -1, "SIGFPE" },
    { "k", VERDICT_RUN_ERROR, -1, "signal 9" }, /* a limit is not inferred from it */
    { "r", VERDICT_MEMORY_LIMIT, -1, "memory" },
    { "c", VERDICT_TIME_LIMIT, -1, "CPU" },
    { "m", VERDICT_MEMORY_LIMIT, -1, "" },
    { "n", VERDICT_ACCEPTED, 0, "" }, /* it coped with the refusal */
    { "o", VERDICT_OUTPUT_LIMIT, -1, "" },
    { "q", VERDICT_OUTPUT_LIMIT, -1, "" },
    { "t", VERDICT_FORBIDDEN_CALL, -1, "socket" },
    { "e0", VERDICT_ACCEPTED, 0, "" }, /* and after all that the session still works */
};

static void check_ends(bool with_starter)
{
    struct run_session *session;
    compile(with_starter);
    cr_assert(runner_open(&boxed.runner, &program, &session, &err), "%s", err.text);
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        struct run_outcome outcome = { 0 };
        run(session, ends[i].input, &outcome);
        cr_expect(outcome.verdict == ends[i].verdict, "'%s' gives %s (%s)", ends[i].input,
                  verdict_code(outcome.verdict), outcome.cause);
        cr_expect(outcome.exit_code == ends[i].exit_code, "'%s' gives exit code %d (%s)",
                  ends[i].input, outcome.exit_code, outcome.cause);
        cr_expect(strstr(outcome.cause, ends[i].cause) != NULL, "'%s' gives '%s'", ends[i].input,
                  outcome.cause);
        cr_expect((outcome.cause[0] == '\0') == (outcome.verdict == VERDICT_ACCEPTED));
        cr_expect(outcome.memory_bytes > 0 && outcome.wall_us > 0);
        run_outcome_release(&outcome);
        run_outcome_release(&outcome);
    }
    runner_close(&boxed.runner, session);
}

Test(boxed, every_end_has_its_verdict_with_the_starter)
{
    check_ends(true);
}

Test(boxed, every_end_has_its_verdict_without_the_starter)
{
    check_ends(false);
}

Test(boxed, a_program_that_only_waits_is_out_of_time)
{
    struct run_session *session;
    struct run_outcome outcome = { 0 };
    compile(true);
    program.limits.wall_us = 500000;
    cr_assert(runner_open(&boxed.runner, &program, &session, &err), "%s", err.text);
    run(session, "w", &outcome);
    cr_expect(outcome.verdict == VERDICT_TIME_LIMIT && outcome.exit_code == -1, "%s",
              outcome.cause);
    cr_expect(outcome.wall_us >= 500000 && outcome.cpu_us < 200000);
    run_outcome_release(&outcome);
    runner_close(&boxed.runner, session);
}

static void check_output(bool with_starter)
{
    struct run_session *session;
    compile(with_starter);
    cr_assert(runner_open(&boxed.runner, &program, &session, &err), "%s", err.text);
    for (int i = 0; i < 3; i++) { /* each run is the first of its process */
        struct run_outcome outcome = { 0 };
        run(session, "p", &outcome);
        cr_expect(str_is(outcome.output, "one|two words|1"), "%.*s", (int)outcome.output.length,
                  outcome.output.at);
        cr_expect(outcome.errors.length == 0);
        run_outcome_release(&outcome);
    }
    struct run_outcome outcome = { 0 };
    run(session, "b", &outcome);
    cr_expect(outcome.output.length == 5 && memcmp(outcome.output.at, "\0out\xff", 5) == 0);
    cr_expect(outcome.errors.length == 4 && memcmp(outcome.errors.at, "err\0", 4) == 0);
    run_outcome_release(&outcome);
    runner_close(&boxed.runner, session);
}

Test(boxed, output_errors_and_arguments_are_passed_whole)
{
    check_output(true);
    fd_close(&program.executable);
    check_output(false);
}

static void expect_said(const struct run_request *request, const char *text)
{
    struct run_outcome outcome = { 0 };
    cr_assert(runner_once(&boxed.runner, &program, request, &outcome, &err), "%s", err.text);
    cr_expect(str_is(outcome.output, text), "%.*s", (int)outcome.output.length, outcome.output.at);
    run_outcome_release(&outcome);
}

Test(boxed, input_comes_from_a_path_a_descriptor_or_nowhere)
{
    static const char *const argv[] = { "actor", NULL };
    compile(true);
    char path[] = "/tmp/boxed-XXXXXX";
    SCOPED_FD file = mkstemp(path);
    cr_assert(file >= 0 && write(file, "?input", 6) == 6);
    expect_said(&(struct run_request){ .argv = argv, .input_path = path, .input = -1 }, "6:?input");
    /* Its offset is at the end, and stays there. */
    expect_said(&(struct run_request){ .argv = argv, .input = file }, "6:?input");
    cr_expect(lseek(file, 0, SEEK_CUR) == 6);
    expect_said(&(struct run_request){ .argv = argv, .input = -1 }, "0:");
    unlink(path);
    struct run_outcome outcome = { .exit_code = 77 };
    const struct run_request gone = { .argv = argv, .input_path = path, .input = -1 };
    cr_expect(!runner_once(&boxed.runner, &program, &gone, &outcome, &err));
    cr_expect(err.kind == ERR_FAULT && outcome.exit_code == 77, "%s", err.text);
}

Test(boxed, a_file_that_is_no_program_is_a_fault_and_not_a_verdict)
{
    struct run_program text = { .name = "text",
                                .profile = RUN_PROGRAM,
                                .limits = { cpu_us, wall_us, 64 << 20, 1 << 20, 1 } };
    static const char *const argv[] = { "text", NULL };
    const struct run_request request = { .argv = argv, .input = -1 };
    struct run_outcome outcome = { .exit_code = 77 };
    SCOPED_FD file = -1;
    cr_assert(memory_file("text", "no program\n", 11, &file, &err));
    text.executable = file;
    cr_expect(!runner_once(&boxed.runner, &text, &request, &outcome, &err));
    cr_expect(err.kind == ERR_FAULT && strstr(err.text, "'text'") && outcome.exit_code == 77, "%s",
              err.text);
}

/* ---- tools ---- */

static void shell(struct run_session *session, const char *script, const char *const *collect,
                  const struct source_file *files, size_t file_count, struct run_outcome *out)
{
    const char *const argv[] = { "/bin/sh", "-c", script, NULL };
    const struct run_request request = {
        .argv = argv, .input = -1, .collect = collect, .files = files, .file_count = file_count
    };
    cr_assert(runner_run(&boxed.runner, session, &request, out, &err), "%s", err.text);
}

Test(boxed, a_tool_has_its_files_and_brings_back_what_was_asked_for)
{
    static struct source_file laid[] = { { "a/b.txt", { "laid\n", 5 } } };
    static const struct source_file more[] = { { "c.txt", { "more\n", 5 } } };
    static const char *const collect[] = { "out", "none", "folder", "link", "a/b.txt", NULL };
    const struct run_program tool = { .name = "tool",
                                      .profile = RUN_TOOL,
                                      .limits = { 5000000, 9000000, 256 << 20, 1 << 20, 16 },
                                      .executable = -1,
                                      .files = laid,
                                      .file_count = 1 };
    struct run_session *session;
    cr_assert(runner_open(&boxed.runner, &tool, &session, &err), "%s", err.text);
    struct run_outcome outcome = { 0 };
    shell(session, "cat a/b.txt c.txt >out; mkdir folder; ln -s /etc/passwd link; ls", collect,
          more, 1, &outcome);
    cr_expect(outcome.verdict == VERDICT_ACCEPTED, "%s", outcome.cause);
    cr_expect(str_is(outcome.output, "a\nc.txt\nfolder\nlink\nout\n"), "%.*s",
              (int)outcome.output.length, outcome.output.at);
    struct str text;
    cr_assert(outcome.collected[0] >= 0);
    cr_assert(fd_read_all(outcome.collected[0], 100, &arena, &text, &err));
    cr_expect(str_is(text, "laid\nmore\n"));
    for (int i = 1; i <= 3; i++)
        cr_expect(outcome.collected[i] == -1, "%s", collect[i]);
    cr_expect(outcome.collected[4] >= 0);
    run_outcome_release(&outcome);
    /* The next run finds nothing of this one. */
    shell(session, "ls; cat a/b.txt", NULL, NULL, 0, &outcome);
    cr_expect(str_is(outcome.output, "a\nlaid\n"), "%.*s", (int)outcome.output.length,
              outcome.output.at);
    run_outcome_release(&outcome);
    runner_close(&boxed.runner, session);
}

Test(boxed, a_tool_cannot_read_what_it_was_not_given)
{
    char path[] = "/tmp/boxed-XXXXXX";
    SCOPED_FD file = mkstemp(path);
    cr_assert(file >= 0 && write(file, "mine", 4) == 4);
    const char *script = arena_printf(&arena, "cat %s; cat /etc/shadow /etc/passwd; true", path);
    const char *const readable[] = { path, NULL };
    for (int given = 0; given < 2; given++) {
        const struct run_program tool = { .name = "tool",
                                          .profile = RUN_TOOL,
                                          .limits = { 5000000, 9000000, 256 << 20, 1 << 20, 16 },
                                          .executable = -1,
                                          .readable = given ? readable : NULL };
        struct run_session *session;
        cr_assert(runner_open(&boxed.runner, &tool, &session, &err), "%s", err.text);
        struct run_outcome outcome = { 0 };
        shell(session, script, NULL, NULL, 0, &outcome);
        cr_expect(str_is(outcome.output, given ? "mine" : ""), "%.*s", (int)outcome.output.length,
                  outcome.output.at);
        run_outcome_release(&outcome);
        runner_close(&boxed.runner, session);
    }
    unlink(path);
}

/* ---- protection ---- */

Test(boxed, refuses_to_be_less_than_was_asked_for)
{
    struct boxed_runner one = { .layers = 77 };
    bool landlock = false, namespaces = false, seccomp = false;
    const char *const *names = runner_protection(&boxed.runner);
    for (size_t i = 0; names[i]; i++) {
        landlock = landlock || strcmp(names[i], "landlock") == 0;
        namespaces = namespaces || strcmp(names[i], "namespaces") == 0;
        seccomp = seccomp || strcmp(names[i], "seccomp") == 0;
    }
    cr_expect(seccomp);
    bool full = boxed_init(&one, PROTECTION_FULL, &err);
    cr_expect(full == (landlock && namespaces));
    if (!full) {
        cr_expect(one.layers == 77 && err.kind == ERR_FAULT);
        cr_expect(strstr(err.text, "--protection") != NULL, "%s", err.text);
    }
    cr_expect(boxed_init(&one, PROTECTION_STANDARD, &err) == (landlock || namespaces));
}

Test(boxed, the_starter_is_an_object_file)
{
    struct str starter = boxed_starter_object();
    cr_expect(starter.length > 64 && memcmp(starter.at, "\177ELF", 4) == 0);
}

/* ---- pairs ---- */

static const char talker[] =
    "#include <stdio.h>\n#include <stdlib.h>\n"
    "int main(int argc, char **argv) {\n"
    "    char word[32]; int code = argc > 2 ? atoi(argv[2]) : 0;\n"
    "    setbuf(stdout, 0);\n"
    "    switch (argv[1][0]) {\n"
    "    case 'a': puts(\"ask\"); return scanf(\"%31s\", word) == 1 && word[0] == 'y' ? 0 : 5;\n"
    "    case 'y': if (scanf(\"%31s\", word) == 1) puts(\"yes\"); return code;\n"
    "    case 'x': return code;\n"
    "    case 'r': while (getchar() >= 0) ; return code;\n"
    "    case 'f': for (;;) puts(\"flood flood flood flood\");\n"
    "    }\n"
    "    return 99;\n"
    "}\n";

struct talk {
    struct run_outcome program, judge;
    bool judge_ended_first;
};

static void talk(const char *const *program_argv, const char *const *judge_argv, struct talk *out)
{
    struct source_file file = { "talker.c", str_of(talker) };
    const struct build_request request = { .sources = { "talker", &file, 1 },
                                           .mode = BUILD_RUN,
                                           .limits = { 30 * 1000000, (uint64_t)1 << 30, 1 << 20 } };
    struct compile_result result;
    SCOPED_FD executable = -1;
    cr_assert(build_program(&boxed.runner, &request, &arena, &result, &executable, &err));
    const struct run_program asked = { .name = "program",
                                       .profile = RUN_PROGRAM,
                                       .limits = { cpu_us, wall_us, 64 << 20, 1000, 1 },
                                       .executable = executable };
    struct run_program judge = asked;
    judge.profile = RUN_TOOL;
    struct run_session *sessions[2];
    cr_assert(runner_open(&boxed.runner, &asked, &sessions[0], &err), "%s", err.text);
    cr_assert(runner_open(&boxed.runner, &judge, &sessions[1], &err), "%s", err.text);
    const struct run_request requests[2] = { { .argv = program_argv, .input = -1 },
                                             { .argv = judge_argv, .input = -1 } };
    const struct run_side sides[2] = { { sessions[0], &requests[0], &out->program },
                                       { sessions[1], &requests[1], &out->judge } };
    for (int i = 0; i < 2; i++) { /* a session can be used again */
        run_outcome_release(&out->program);
        run_outcome_release(&out->judge);
        cr_assert(
            runner_run_pair(&boxed.runner, &sides[0], &sides[1], &out->judge_ended_first, &err),
            "%s", err.text);
    }
    runner_close(&boxed.runner, sessions[0]);
    runner_close(&boxed.runner, sessions[1]);
}

#define WORDS(...) ((const char *const[]){ "talker", __VA_ARGS__, NULL })

Test(boxed, two_programs_talk)
{
    struct talk t = { 0 };
    talk(WORDS("ask"), WORDS("yes", "42"), &t);
    cr_expect(t.program.verdict == VERDICT_ACCEPTED, "%s", t.program.cause);
    cr_expect(str_is(t.program.output, "ask\n"));
    cr_expect_eq(t.judge.exit_code, 42);
    run_outcome_release(&t.program);
    run_outcome_release(&t.judge);
}

Test(boxed, whoever_of_two_leaves_first_is_known)
{
    struct talk t = { 0 };
    talk(WORDS("x", "7"), WORDS("r", "43"), &t);
    cr_expect(t.program.exit_code == 7 && t.judge.exit_code == 43 && !t.judge_ended_first);
    talk(WORDS("r", "7"), WORDS("x", "43"), &t);
    cr_expect(t.program.exit_code == 7 && t.judge.exit_code == 43 && t.judge_ended_first);
    run_outcome_release(&t.program);
    run_outcome_release(&t.judge);
}

Test(boxed, a_program_that_floods_its_judge_is_over_its_output_limit)
{
    struct talk t = { 0 };
    talk(WORDS("flood"), WORDS("r", "43"), &t);
    cr_expect(t.program.verdict == VERDICT_OUTPUT_LIMIT);
    cr_expect_str_eq(t.program.cause, "wrote more than 1000 bytes");
    cr_expect_eq(t.program.output.length, 1000);
    cr_expect_eq(t.judge.exit_code, 43);
    run_outcome_release(&t.program);
    run_outcome_release(&t.judge);
}
