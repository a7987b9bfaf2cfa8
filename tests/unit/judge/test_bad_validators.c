/* test_bad_validators.c - validators that misbehave, in the real sandbox: a judge error that says
 * what happened, or no more than what they said; never a wrong answer, never a hang. */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "grader/build/build.h"
#include "grader/judge/validator.h"
#include "grader/run/boxed.h"

static const char source[] =
    "#define _GNU_SOURCE\n"
    "#include <fcntl.h>\n#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
    "#include <string.h>\n#include <sys/stat.h>\n#include <unistd.h>\n"
    "static char *dir;\n"
    "static char *in(const char *name) { static char p[2][300]; static int n; n ^= 1;"
    " snprintf(p[n], 300, \"%s%s\", dir, name); return p[n]; }\n"
    "static void put(const char *name, const char *text) { FILE *f = fopen(in(name), \"w\");"
    " if (f) { fputs(text, f); fclose(f); } }\n"
    "static int is(char **v, const char *word) { return strcmp(v[4], word) == 0; }\n"
    "int main(int c, char **v) {\n"
    "    (void)c; dir = v[3];\n"
    "    if (is(v, \"hang\")) for (;;) pause();\n"
    "    if (is(v, \"spin\")) for (volatile int i = 0;; i++) ;\n"
    "    if (is(v, \"die\")) abort();\n"
    "    if (is(v, \"kill\")) kill(getpid(), SIGKILL);\n"
    "    if (is(v, \"flood\")) for (;;) puts(\"flood flood flood flood flood\");\n"
    "    if (is(v, \"bomb\")) for (;;) fork();\n"
    "    if (is(v, \"child\")) { if (fork() == 0) for (;;) pause(); return 42; }\n"
    "    if (is(v, \"huge\")) { FILE *f = fopen(in(\"judgemessage.txt\"), \"w\");\n"
    "        static char block[1 << 16]; memset(block, 'm', sizeof block);\n"
    "        for (int i = 0; i < 1 << 14; i++) fwrite(block, 1, sizeof block, f); return 43; }\n"
    "    if (is(v, \"eat\")) for (;;) memset(malloc(1 << 20), 1, 1 << 20);\n"
    "    if (is(v, \"remove\")) { unlink(in(\".keep\")); return rmdir(dir) ? 1 : 43; }\n"
    "    if (is(v, \"file\")) { unlink(in(\".keep\")); rmdir(dir); dir[strlen(dir) - 1] = 0;"
    " FILE *f = fopen(dir, \"w\"); fputs(\"x\", f); return 43; }\n"
    "    if (is(v, \"link\")) { symlink(\"/etc/passwd\", in(\"judgemessage.txt\"));"
    " symlink(\"case.ans\", in(\"teammessage.txt\")); link(v[2], in(\"score.txt\")); return 43; }\n"
    "    if (is(v, \"links\")) { unlink(in(\".keep\")); rmdir(dir); dir[strlen(dir) - 1] = 0;"
    " symlink(\"/etc\", dir); return 43; }\n"
    "    if (is(v, \"fifo\")) { mkfifo(in(\"judgemessage.txt\"), 0666);"
    " mkdir(in(\"teammessage.txt\"), 0777); return 43; }\n"
    "    if (is(v, \"deep\")) { for (int i = 0; i < 300; i++) if (mkdir(\"d\", 0777) || "
    "chdir(\"d\"))"
    " return 43; return 43; }\n"
    "    if (is(v, \"shut\")) { put(\"judgemessage.txt\", \"gone\"); "
    "chmod(in(\"judgemessage.txt\"), 0);"
    " chmod(dir, 0); return 43; }\n"
    "    if (is(v, \"sockets\")) return 43;\n"
    "    if (is(v, \"good\")) { put(\"judgemessage.txt\", \"fine\"); return 42; }\n"
    "    return 9;\n"
    "}\n";

static struct boxed_runner boxed;
static struct arena arena;
static struct err err;
static struct program program;
static struct validator validator;

static const struct package_limits limits = { .validation_time_us = 300000,
                                              .validation_memory_bytes = 64 << 20,
                                              .validation_output_bytes = 1 << 20 };

static void begin(void)
{
    struct source_file file = { "validate.c", str_of(source) };
    const struct build_request request = { .sources = { "validator", &file, 1 },
                                           .mode = BUILD_TOOL,
                                           .limits = { 30 * 1000000, (uint64_t)1 << 30, 1 << 20 } };
    struct compile_result result;
    int built;
    cr_assert(boxed_init(&boxed, PROTECTION_MINIMAL, &err), "%s", err.text);
    cr_assert(build_any(&boxed.runner, &request, &arena, &result, &built, &err), "%s", err.text);
    cr_assert(result.ok, "%.*s", (int)result.log.length, result.log.at);
    cr_assert(build_start(&request, built, &arena, &program, &err));
}

static void end(void)
{
    validator_close(&validator);
    program_close(&program);
    arena_release(&arena);
}

TestSuite(bad_validators, .init = begin, .fini = end);

static struct validation play(const char *word)
{
    const char *words[] = { word };
    const struct validator_case test = { .input = str_of("input"),
                                         .answer = str_of("SECRET ANSWER"),
                                         .output = str_of("output"),
                                         .args = { words, 1 } };
    struct validation out;
    cr_assert(validator_judge(&validator, &test, &arena, &out, &err), "%s: %s", word, err.text);
    return out;
}

static void open_it(bool keeps)
{
    cr_assert(validator_open(&validator, &boxed.runner, &program, "output validator", keeps,
                             tool_limits(&limits, 0), &arena, &err),
              "%s", err.text);
}

/* What each is taken for; the next run in the same session is fine again. */
static const struct {
    const char *word;
    enum verdict verdict;
    const char *cause; /* a part of it */
} plays[] = {
    { "hang", VERDICT_JUDGE_ERROR, "did not end properly: " },
    { "spin", VERDICT_JUDGE_ERROR, "did not end properly: " },
    { "die", VERDICT_JUDGE_ERROR, "" },
    { "kill", VERDICT_JUDGE_ERROR, "" },
    { "flood", VERDICT_JUDGE_ERROR, "" },
    { "bomb", VERDICT_JUDGE_ERROR, "" },
    { "child", VERDICT_ACCEPTED, "" },
    { "huge", VERDICT_JUDGE_ERROR, "" },
    { "eat", VERDICT_JUDGE_ERROR, "" },
    { "remove", VERDICT_WRONG_ANSWER, "" },
    { "file", VERDICT_WRONG_ANSWER, "" },
    { "link", VERDICT_WRONG_ANSWER, "" },
    { "links", VERDICT_WRONG_ANSWER, "" },
    { "fifo", VERDICT_WRONG_ANSWER, "" },
    { "deep", VERDICT_WRONG_ANSWER, "" },
    { "shut", VERDICT_WRONG_ANSWER, "" },
    { "else", VERDICT_JUDGE_ERROR, "exit status 9 instead of 42" },
};

static void expect_all(bool keeps)
{
    open_it(keeps);
    for (size_t i = 0; i < COUNT_OF(plays); i++) {
        struct validation got = play(plays[i].word);
        bool may_be_either = keeps && strcmp(plays[i].word, "child") == 0;
        cr_expect(got.verdict == plays[i].verdict || may_be_either, "%s: %s %s", plays[i].word,
                  verdict_code(got.verdict), got.cause);
        cr_expect(strstr(got.cause, plays[i].cause), "%s: %s", plays[i].word, got.cause);
        cr_expect(!got.feedback.judge_message || !strstr(got.feedback.judge_message, "root:"),
                  "%s brought back a file of the host", plays[i].word);
        cr_expect(!got.feedback.team_message && !got.feedback.score.at, "%s", plays[i].word);
        struct validation good = play("good");
        cr_expect(good.verdict == VERDICT_ACCEPTED, "after %s: %s", plays[i].word, good.cause);
        cr_expect_str_eq(good.feedback.judge_message, "fine");
    }
}

Test(bad_validators, are_judge_errors_or_say_nothing)
{
    expect_all(false);
}

Test(bad_validators, with_a_folder_that_is_kept_likewise)
{
    expect_all(true);
}

/* ---- beside a program that talks ---- */

static const char talker[] = "#include <stdio.h>\n"
                             "int main(void) { char w[64]; puts(\"hello\"); fflush(stdout);"
                             " while (scanf(\"%63s\", w) == 1) ; return 0; }\n";

static void talk(struct run_session *session, const char *word, struct validation *out)
{
    const char *words[] = { word };
    static const char *const argv[] = { "program", NULL };
    const struct run_request program_request = { .argv = argv, .input = -1 };
    const struct validator_case test = { .input = str_of("input"),
                                         .answer = str_of("answer"),
                                         .args = { words, 1 } };
    const struct run_request request = validator_request(&validator, &test, &arena);
    struct run_outcome asked = { 0 }, judge = { 0 };
    const struct run_side sides[] = { { session, &program_request, &asked },
                                      { validator.tool.session, &request, &judge } };
    bool first;
    cr_assert(runner_run_pair(&boxed.runner, &sides[0], &sides[1], &first, &err), "%s: %s", word,
              err.text);
    cr_assert(validator_read(&validator, &judge, &arena, out, &err));
    run_outcome_release(&asked);
    run_outcome_release(&judge);
}

Test(bad_validators, beside_a_program_never_hang)
{
    struct source_file file = { "talker.c", str_of(talker) };
    const struct build_request request = { .sources = { "talker", &file, 1 },
                                           .mode = BUILD_RUN,
                                           .limits = { 30 * 1000000, (uint64_t)1 << 30, 1 << 20 },
                                           .starter = boxed_starter_object() };
    struct compile_result result;
    int built;
    cr_assert(build_program(&boxed.runner, &request, &arena, &result, &built, &err));
    const struct run_program asked = { .name = "talker",
                                       .profile = RUN_PROGRAM,
                                       .limits = { 300000, 1000000, 64 << 20, 1 << 20, 1 },
                                       .executable = built,
                                       .has_starter = true };
    struct run_session *session;
    cr_assert(runner_open(&boxed.runner, &asked, &session, &err));
    open_it(false);
    for (size_t i = 0; i < COUNT_OF(plays); i++) {
        struct validation got;
        talk(session, plays[i].word, &got);
        /* Its own standard output is a pipe: what floods it ends by the clock. */
        cr_expect(got.verdict == plays[i].verdict, "%s: %s %s", plays[i].word,
                  verdict_code(got.verdict), got.cause);
        talk(session, "good", &got);
        cr_expect(got.verdict == VERDICT_ACCEPTED, "after %s: %s", plays[i].word, got.cause);
    }
    runner_close(&boxed.runner, session);
    close(built);
}
