/* test_validator.c - real validators, compiled and run: good, odd and hostile ones. */
#include "grader/judge/validator.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "tests/support/build_host_runner.h"
#include "tests/support/fake_runner.h"

struct bench_of_test {
    struct host_runner host;
    struct arena arena;
    struct program program;
    struct validator validator;
    struct err err;
    bool keeps;
};
static struct bench_of_test t; /* every test has a process of its own */

static void set_up(void)
{
    host_runner_init(&t.host);
    t.program = PROGRAM_NONE;
}

static void tear_down(void)
{
    validator_close(&t.validator);
    validator_close(&t.validator); /* twice is fine */
    program_close(&t.program);
    arena_release(&t.arena);
}

TestSuite(validator, .init = set_up, .fini = tear_down);

static const struct package_limits limits = { .validation_time_us = 1000000,
                                              .validation_memory_bytes = 64 << 20,
                                              .validation_output_bytes = 1 << 20 };

static void open_validator(const char *source)
{
    static const char head[] = "#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
                               "#include <string.h>\n#include <unistd.h>\n"
                               "static char *text(FILE *f) { static char b[3][999]; static int n; "
                               "char *p = b[n++ % 3]; p[fread(p, 1, 998, f)] = 0; return p; }\n"
                               "static FILE *feedback(char **v, const char *n) { char p[99]; "
                               "snprintf(p, 99, \"%s%s\", v[3], n); return fopen(p, \"w\"); }\n"
                               "int main(int c, char **v) {\n(void)c, (void)v, (void)text, "
                               "(void)feedback;\n";
    struct source_file file = { "validate.c",
                                str_of(arena_printf(&t.arena, "%s%s\n}\n", head, source)) };
    const struct build_request request = { .sources = { "output_validator", &file, 1 },
                                           .mode = BUILD_TOOL,
                                           .limits = { 20000000, 1 << 30, 128 << 10 } };
    struct compile_result compiled;
    int built;
    cr_assert(build_any(&t.host.runner, &request, &t.arena, &compiled, &built, &t.err), "%s",
              t.err.text);
    cr_assert(compiled.ok, "%s", compiled.cause);
    cr_assert(build_start(&request, built, &t.arena, &t.program, &t.err));
    cr_assert(validator_open(&t.validator, &t.host.runner, &t.program, "output validator", t.keeps,
                             tool_limits(&limits, 0), &t.arena, &t.err));
}

static struct validation judge(const char *output)
{
    static const char *words[] = { "strict", "0.5" };
    const struct validator_case test = { .input = str_of("the input"),
                                         .answer = str_of("the answer"),
                                         .output = str_of(output),
                                         .args = { words, 2 } };
    struct validation out;
    cr_assert(validator_judge(&t.validator, &test, &t.arena, &out, &t.err), "%s", t.err.text);
    return out;
}

Test(validator, sees_what_the_format_promises)
{
    open_validator("if (c != 6 || strcmp(v[4], \"strict\") || strcmp(v[5], \"0.5\")) return 1;\n"
                   "if (v[3][strlen(v[3]) - 1] != '/') return 2;\n"
                   "if (strcmp(text(fopen(v[1], \"r\")), \"the input\")) return 3;\n"
                   "if (strcmp(text(fopen(v[2], \"r\")), \"the answer\")) return 4;\n"
                   "return strcmp(text(stdin), \"right\") ? 43 : 42;");
    cr_expect(judge("right").verdict == VERDICT_ACCEPTED);
    struct validation wrong = judge("wrong");
    cr_expect(wrong.verdict == VERDICT_WRONG_ANSWER);
    cr_expect_str_eq(wrong.cause, "");
    cr_expect(wrong.feedback.judge_message == NULL && wrong.feedback.team_message == NULL &&
              wrong.feedback.score.at == NULL);
}

Test(validator, says_things_to_judges_and_teams)
{
    open_validator("fputs(\"for judges \\xff\", feedback(v, \"judgemessage.txt\"));\n"
                   "fputs(\"for the team\", feedback(v, \"teammessage.txt\"));\n"
                   "fputs(\"12.5\\n\", feedback(v, \"score.txt\"));\n"
                   "fputs(\"0.5\", feedback(v, \"score_multiplier.txt\"));\n"
                   "puts(\"noise\"); return 43;");
    struct validation got = judge("");
    cr_expect_str_eq(got.feedback.judge_message, "for judges \xef\xbf\xbd");
    cr_expect_str_eq(got.feedback.team_message, "for the team");
    cr_expect(str_is(got.feedback.score, "12.5\n") && str_is(got.feedback.score_multiplier, "0.5"));
}

Test(validator, finds_no_traces_of_the_case_before)
{
    open_validator("FILE *old = fopen(\".judge/feedback/judgemessage.txt\", \"r\");\n"
                   "if (old) return 1;\n"
                   "fputs(text(stdin), feedback(v, \"judgemessage.txt\")); return 42;");
    cr_expect_str_eq(judge("one").feedback.judge_message, "one");
    struct validation second = judge("two");
    cr_expect(second.verdict == VERDICT_ACCEPTED);
    cr_expect_str_eq(second.feedback.judge_message, "two");
}

Test(validator, that_does_not_operate_properly_is_a_judge_error)
{
    static const char *const sources[] = {
        "return 0;",
        "return 1;",
        "abort();",
        "raise(SIGKILL); return 42;",
        "for (;;) ;",
        "for (;;) putchar('x');",
        "for (;;) fputc('x', stderr);",
        "FILE *f = feedback(v, \"judgemessage.txt\"); for (;;) fputs(\"flood\", f);",
        "return 42 + 256 * 0 + 100;",
    };
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        open_validator(sources[i]);
        struct validation got = judge("x");
        cr_expect(got.verdict == VERDICT_JUDGE_ERROR, "%s", sources[i]);
        cr_expect(str_starts(got.cause, "the output validator "), "%s", got.cause);
        validator_close(&t.validator);
        program_close(&t.program);
    }
}

Test(validator, may_leave_its_input_unread)
{
    open_validator("return 42;");
    char *large = arena_alloc(&t.arena, 900 * 1000 + 1);
    memset(large, 'x', 900 * 1000);
    cr_expect(judge(large).verdict == VERDICT_ACCEPTED);
}

Test(validator, long_messages_are_cut)
{
    open_validator("FILE *f = feedback(v, \"judgemessage.txt\");\n"
                   "for (int i = 0; i < 100000; i++) fputc('m', f);\n"
                   "fclose(f); fputs(\"0\", f = feedback(v, \"score.txt\"));\n"
                   "for (int i = 0; i < 5000; i++) fputc('0', f);\n return 42;");
    struct validation got = judge("");
    cr_expect(eq(sz, strlen(got.feedback.judge_message), VALIDATOR_MESSAGE_MAX));
    cr_expect(got.feedback.score.length > 0 && got.feedback.score.length < 1000);
}

Test(validator, feedback_that_is_no_file_is_no_feedback)
{
    open_validator(
        "if (symlink(\"/etc/hostname\", \".judge/feedback/judgemessage.txt\")) return 1;\n"
        "fclose(feedback(v, \"teammessage.txt\")); return 42;");
    struct validation got = judge("");
    cr_expect(got.verdict == VERDICT_ACCEPTED);
    cr_expect(got.feedback.judge_message == NULL && got.feedback.team_message == NULL);
}

Test(validator, a_box_that_fails_is_an_error)
{
    struct fake_runner fake;
    fake_runner_init(&fake);
    fake.fail_at = 2;
    struct validation out = { .cause = "before" };
    static const char *words[] = { "validator" };
    const struct program program = { .executable = 5, .words = { words, 1 } };
    cr_assert(validator_open(&t.validator, &fake.runner, &program, "output validator", false,
                             tool_limits(&limits, 0), &t.arena, &t.err));
    cr_expect(not(validator_judge(&t.validator, &(struct validator_case){ .output = { "", 0 } },
                                  &t.arena, &out, &t.err)));
    cr_expect(t.err.kind == ERR_FAULT);
    cr_expect_str_eq(out.cause, "before");
    validator_close(&t.validator);
    fake.calls = 0;
    fake.fail_at = 1;
    cr_expect(not(validator_open(&t.validator, &fake.runner, &program, "output validator", false,
                                 tool_limits(&limits, 0), &t.arena, &t.err)));
    cr_expect(eq(sz, fake.live, 0));
    fake_runner_release(&fake);
}
