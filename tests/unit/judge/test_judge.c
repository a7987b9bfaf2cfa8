/* test_judge.c - order, groups, scores, stop policies and faults, with a program that does what its
 * input says. */
#include "grader/judge/judge.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "tests/support/build_host_runner.h"
#include "tests/support/judge_package.h"

/* All that a test needs; judged by `judge`. */
struct bench_of_test {
    struct judge_package p;
    struct fake_runner fake;
    struct judge_program program;
    struct judge_request request;
    struct judgement out;
    struct err err;
    struct arena arena;
};
static struct bench_of_test t; /* every test has a process of its own */

static void set_up(void)
{
    judge_package_init(&t.p);
    fake_runner_init(&t.fake);
    judge_program_attach(&t.program, &t.p, &t.fake);
    t.request = judge_package_request(&t.p);
}

static void tear_down(void)
{
    cr_expect(eq(sz, t.fake.live, 0), "a session is still open");
    arena_release(&t.arena);
    fake_runner_release(&t.fake);
    judge_package_release(&t.p);
}

TestSuite(judge, .init = set_up, .fini = tear_down);

static bool judge_it(void)
{
    return judge_submission(&t.fake.runner, &t.request, &t.arena, &t.out, &t.err);
}

static void judge(void)
{
    cr_assert(judge_it(), "%s", t.err.text);
}

static void expect_summary(const char *summary)
{
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out), summary);
}

static void expect_verdict(enum verdict verdict, const char *cause)
{
    cr_expect(t.out.verdict == verdict, "%s", verdict_code(t.out.verdict));
    cr_expect_str_eq(t.out.cause, cause);
}

Test(judge, accepts_what_passes_every_case)
{
    judge_package_case(&t.p, "sample", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret", "1", "say 2\n", "2\n");
    judge();
    expect_summary("sample:AC secret:AC | sample/1:AC secret/1:AC");
    expect_verdict(VERDICT_ACCEPTED, "");
    cr_expect(t.out.score == 1 && t.out.max_score == 1);
    cr_expect(t.out.groups[1].score == 1 && t.out.groups[1].accepted_count == 1);
    cr_expect(eq(uint, t.out.cases[0].repeats, 1));
    cr_expect(not(t.out.borderline));
    cr_expect_str_eq(t.out.protection[0], "fake");
    cr_expect(t.out.cases[0].output.length == 0, "nothing is kept of what passed");
}

Test(judge, opens_one_session_and_gives_the_program_nothing_but_the_input)
{
    struct test_case *first = judge_package_case(&t.p, "sample", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret", "1", "say 2\n", "2\n");
    static const char *words[] = { "-n", "5" };
    first->args = (struct word_list){ words, 2 };
    static const char *name[] = { "program" };
    const struct program program = { .executable = 7, .has_starter = true, .words = { name, 1 } };
    t.request.program = &program;
    judge();
    cr_expect(eq(sz, t.fake.opens, 1));
    cr_expect(eq(sz, t.fake.runs, 2));
    const struct fake_record *record = &t.fake.records[0];
    cr_expect_str_eq(fake_record_line(&t.fake, 0), "program -n 5");
    cr_expect_str_eq(fake_record_line(&t.fake, 1), "program");
    cr_expect_str_eq(record->input_path, first->input_path);
    cr_expect(record->input == -1 && record->file_count == 0 && record->executable == 7);
    cr_expect(record->has_starter && record->profile == RUN_PROGRAM);
    cr_expect(eq(u64, record->limits.cpu_us, 1152000)); /* the limit and its band */
    cr_expect(eq(u64, record->limits.wall_us, 10000000));
    cr_expect(eq(u64, record->limits.memory_bytes, 64 << 20));
    cr_expect(eq(uint, record->limits.processes, 1));
}

Test(judge, the_wall_clock_is_a_net_far_away)
{
    judge_package_case(&t.p, "secret", "1", "say 1\n", "1\n");
    t.request.time_limit_us = 3000000;
    judge();
    cr_expect(eq(u64, t.fake.records[0].limits.wall_us, 30000000));
}

Test(judge, a_run_may_be_measured_far_above_the_limit_that_it_fails)
{
    judge_package_case(&t.p, "secret", "1", "say 1\n", "1\n");
    t.request.time_limit_us = 1000000;
    t.request.measure_up_to_us = 5000000;
    judge();
    cr_expect(eq(u64, t.fake.records[0].limits.cpu_us, 5002000));
    t.request.measure_up_to_us = 1000000; /* less than what a certain verdict needs */
    judge();
    cr_expect(eq(u64, t.fake.records[1].limits.cpu_us, 1152000));
}

Test(judge, tells_each_failure_with_its_cause)
{
    static const struct {
        const char *input;
        enum verdict verdict;
        const char *cause;
    } rows[] = {
        { "say 1\n", VERDICT_ACCEPTED, "" },
        { "say 2\n", VERDICT_WRONG_ANSWER, "the output is not the right one" },
        { "nothing\n", VERDICT_WRONG_ANSWER, "the program printed nothing" },
        { "say 1\nexit 1\n", VERDICT_RUN_ERROR, "exit status 1: does main return 0?" },
        { "say 1\nexit 42\n", VERDICT_RUN_ERROR, "exit status 42: does main return 0?" },
        { "say 1\nend RTE segmentation fault\n", VERDICT_RUN_ERROR, "segmentation fault" },
        { "say 1\nend TLE no progress\n", VERDICT_TIME_LIMIT, "no progress" },
        { "say 1\nend TLE cpu\ncpu 1150002\n", VERDICT_TIME_LIMIT,
          "it needs more CPU time than the limit allows" },
        /* it ended by itself, even well, and is over all the same */
        { "say 1\ncpu 1200000\n", VERDICT_TIME_LIMIT,
          "it needs more CPU time than the limit allows" },
        /* a crash after the limit is one too many */
        { "end RTE abort\ncpu 1200000\n", VERDICT_TIME_LIMIT,
          "it needs more CPU time than the limit allows" },
        /* stronger evidence than time */
        { "say 1\nend MLE memory\ncpu 1200000\n", VERDICT_MEMORY_LIMIT, "memory" },
        { "say 1\nend OLE output\ncpu 1200000\n", VERDICT_OUTPUT_LIMIT, "output" },
        { "say 1\nend SV call of socket\ncpu 1200000\n", VERDICT_FORBIDDEN_CALL, "call of socket" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        judge_package_case(&t.p, "secret", "x", rows[i].input, "1\n");
    judge();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct case_result *got = &t.out.cases[i];
        cr_expect(got->verdict == rows[i].verdict, "row %zu: %s", i, verdict_code(got->verdict));
        cr_expect_str_eq(got->cause, rows[i].cause);
        cr_expect(eq(dbl, got->score, got->verdict == VERDICT_ACCEPTED));
    }
    expect_verdict(VERDICT_WRONG_ANSWER, "the output is not the right one");
    cr_expect(t.out.score == 0);
}

Test(judge, keeps_evidence_of_what_failed)
{
    judge_package_case(&t.p, "sample", "1", "say one\nsay two\n", "one\nthree\n");
    judge();
    const struct case_result *got = &t.out.cases[0];
    cr_expect(str_is(got->output, "one\ntwo\n"));
    cr_expect(not(got->output_is_cut));
    cr_expect(got->difference.known && got->difference.output_offset == 4);
    cr_expect_str_eq(got->judge_message,
                     "Wrong answer on line 2 of output (corresponding to line 2 in answer file)\n"
                     "String tokens mismatch\nJudge: \"three\"\nUser: \"two\"");
    cr_expect(eq(u64, got->output_bytes, 8));
}

/* More than is kept, with a NUL and a bad byte in it. */
static bool flood(void *ctx, const struct run_program *program, const struct run_request *request,
                  struct run_outcome *out, struct err *err)
{
    (void)ctx, (void)program, (void)request, (void)err;
    static char bytes[100 * 1000];
    memset(bytes, 'x', sizeof bytes);
    memcpy(bytes, "a\0\xff", 3);
    fake_outcome(out, VERDICT_ACCEPTED, NULL, (struct str){ bytes, sizeof bytes }, str_of(""));
    return true;
}

Test(judge, cuts_the_evidence_and_keeps_messages_readable)
{
    judge_package_case(&t.p, "sample", "1", "", "1\n");
    t.fake.on_run = flood;
    judge();
    const struct case_result *got = &t.out.cases[0];
    cr_expect(eq(sz, got->output.length, 64 * 1024));
    cr_expect(got->output_is_cut && got->output_bytes == 100 * 1000);
    cr_expect(str_is_utf8(str_of(got->judge_message)));
    cr_expect(strstr(got->judge_message, "User: \"a?\xef\xbf\xbdxxx") != NULL, "%s",
              got->judge_message);
}

Test(judge, notices_white_space_in_accepted_output)
{
    judge_package_case(&t.p, "sample", "1", "say 1  2\n", "1 2\n");
    judge();
    cr_expect(t.out.cases[0].verdict == VERDICT_ACCEPTED && t.out.cases[0].white_space_differs);
}

Test(judge, gives_the_default_validator_its_arguments)
{
    struct test_case *test = judge_package_case(&t.p, "secret", "1", "say 1.04\n", "1\n");
    judge_package_validator_args(&t.p, test, "float_tolerance", "0.1");
    test = judge_package_case(&t.p, "secret", "2", "say a\n", "A\n");
    judge_package_validator_args(&t.p, test, "case_sensitive", NULL);
    judge();
    expect_summary("sample:- secret:WA | secret/1:AC secret/2:WA");
}

Test(judge, bad_validator_arguments_are_the_package_s_fault)
{
    struct test_case *test = judge_package_case(&t.p, "secret", "1", "say 1\n", "1\n");
    judge_package_validator_args(&t.p, test, "float_tolerance", "abc");
    judge();
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect_str_eq(t.out.cause, "case 'secret/1': 'float_tolerance' needs a decimal number of at "
                                  "least 0, not 'abc'");
}

Test(judge, a_compile_error_runs_nothing)
{
    static const struct compile_result broken = { .verdict = VERDICT_COMPILE_ERROR,
                                                  .cause = "main.c:1: no" };
    judge_package_case(&t.p, "secret", "1", "say 1\n", "1\n");
    t.request.compile = &broken;
    t.request.program = NULL;
    judge();
    expect_verdict(VERDICT_COMPILE_ERROR, "main.c:1: no");
    expect_summary("sample:- secret:- | secret/1:-");
    cr_expect_str_eq(t.out.cases[0].cause, "not run: it did not compile");
    cr_expect(eq(sz, t.fake.calls, 0));
    cr_expect(t.out.score == 0 && t.out.max_score == 1);
}

/* ---- stop policies ---- */

static void add_four_groups_of_cases(void)
{
    judge_package_case(&t.p, "sample", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/a", "2", "say 2\n", "1\n");
    judge_package_case(&t.p, "secret/a", "3", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "exit 3\n", "1\n");
    judge_package_case(&t.p, "secret/b", "2", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
}

Test(judge, stops_at_the_first_failure)
{
    add_four_groups_of_cases();
    t.request.stop = JUDGE_STOP_FIRST;
    judge();
    expect_summary("sample:AC secret:WA secret/a:WA secret/b:- secret/c:- | sample/1:AC "
                   "secret/a/1:AC secret/a/2:WA secret/a/3:- secret/b/1:- secret/b/2:- "
                   "secret/c/1:-");
    cr_expect_str_eq(t.out.cases[3].cause, "not run: an earlier test failed");
    cr_expect(eq(sz, t.fake.runs, 3));
}

Test(judge, stops_within_a_group)
{
    add_four_groups_of_cases();
    t.request.stop = JUDGE_STOP_IN_GROUP;
    judge();
    expect_summary("sample:AC secret:WA secret/a:WA secret/b:RTE secret/c:AC | sample/1:AC "
                   "secret/a/1:AC secret/a/2:WA secret/a/3:- secret/b/1:RTE secret/b/2:- "
                   "secret/c/1:AC");
    cr_expect_str_eq(t.out.cases[3].cause, "not run: an earlier test of its group failed");
    const struct group_result *secret = &t.out.groups[1], *a = &t.out.groups[2];
    cr_expect(a->case_count == 3 && a->judged_count == 2 && a->accepted_count == 1);
    cr_expect(secret->case_count == 6 && secret->judged_count == 4 && secret->accepted_count == 2);
    cr_expect(t.out.groups[4].score == 1 && a->score == 0);
}

Test(judge, judges_everything_when_told)
{
    add_four_groups_of_cases();
    judge();
    expect_summary("sample:AC secret:WA secret/a:WA secret/b:RTE secret/c:AC | sample/1:AC "
                   "secret/a/1:AC secret/a/2:WA secret/a/3:AC secret/b/1:RTE secret/b/2:AC "
                   "secret/c/1:AC");
    expect_verdict(VERDICT_WRONG_ANSWER, "the output is not the right one");
}

static void count_progress(void *context, const struct case_result *done, size_t count,
                           size_t total)
{
    size_t *seen = context;
    cr_expect(done->test && count <= total && total == 7);
    ++*seen;
}

Test(judge, tells_its_progress)
{
    add_four_groups_of_cases();
    size_t seen = 0;
    t.request.progress = count_progress;
    t.request.context = &seen;
    t.request.stop = JUDGE_STOP_IN_GROUP;
    judge();
    cr_expect(eq(sz, seen, 5));
}

/* ---- scores ---- */

static void make_scoring(void)
{
    t.p.package.kinds = PACKAGE_SCORING;
    struct test_group *a = judge_package_group(&t.p, "secret/a");
    struct test_group *b = judge_package_group(&t.p, "secret/b");
    struct test_group *c = judge_package_group(&t.p, "secret/c");
    *a = (struct test_group){ .name = a->name, .parent = a->parent, .max_score = 30 };
    *b = (struct test_group){ .name = b->name,
                              .parent = b->parent,
                              .max_score = 40,
                              .aggregation = SCORE_SUM,
                              .static_validation_score = 10 };
    *c = (struct test_group){
        .name = c->name, .parent = c->parent, .max_score = 30, .aggregation = SCORE_MIN
    };
}

Test(judge, a_perfect_submission_gets_every_point)
{
    make_scoring();
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "2", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
    judge();
    /* b: (40 - 10 for static validation) / 2 cases = 15 each */
    cr_expect(eq(dbl, t.out.cases[1].score, 15));
    cr_expect(eq(dbl, t.out.cases[3].score, 30));
    cr_expect(eq(dbl, t.out.score, 30 + 30 + 30));
    cr_expect(eq(dbl, t.out.max_score, 100));
}

Test(judge, sums_and_minima_follow_the_format)
{
    make_scoring();
    judge_package_case(&t.p, "sample", "1", "say 2\n", "1\n"); /* does not count */
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/a", "2", "say 2\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "say 2\n", "1\n");
    judge_package_case(&t.p, "secret/b", "2", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "3", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "2", "say 2\n", "1\n");
    judge_package_case(&t.p, "secret/c", "3", "say 1\n", "1\n");
    t.request.stop = JUDGE_STOP_IN_GROUP;
    judge();
    /* b goes on after a failure, for a sum can still grow: 0 + 10 + 10; c stops: its minimum is 0
     */
    expect_summary("sample:WA secret:WA secret/a:WA secret/b:WA secret/c:WA | sample/1:WA "
                   "secret/a/1:AC secret/a/2:WA secret/b/1:WA secret/b/2:AC secret/b/3:AC "
                   "secret/c/1:AC secret/c/2:WA secret/c/3:-");
    cr_expect(eq(dbl, t.out.groups[0].score, 0));
    cr_expect(eq(dbl, t.out.groups[2].score, 0));
    cr_expect(eq(dbl, t.out.groups[3].score, 20));
    cr_expect(eq(dbl, t.out.groups[4].score, 0));
    cr_expect(eq(dbl, t.out.score, 20));
    cr_expect(t.out.verdict == VERDICT_WRONG_ANSWER, "the sample failed first");
}

Test(judge, secret_may_be_a_minimum_or_all_or_nothing)
{
    make_scoring();
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
    t.p.groups[1].aggregation = SCORE_MIN;
    t.p.groups[1].max_score = 30;
    judge();
    cr_expect(eq(dbl, t.out.score, 30)); /* of 30, 30 (40 - 10) and 30 */
    t.p.groups[1].aggregation = SCORE_PASS_FAIL;
    t.p.groups[1].max_score = 5;
    judge();
    cr_expect(eq(dbl, t.out.score, 5));
}

Test(judge, a_group_waits_for_those_it_requires)
{
    make_scoring();
    judge_package_case(&t.p, "sample", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/a", "1", "say 2\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
    judge_package_require(&t.p, "secret/b", "sample", "secret/a");
    judge_package_require(&t.p, "secret/c", "sample", NULL);
    judge();
    expect_summary("sample:AC secret:WA secret/a:WA secret/b:- secret/c:AC | sample/1:AC "
                   "secret/a/1:WA secret/b/1:- secret/c/1:AC");
    cr_expect_str_eq(t.out.cases[2].cause, "not run: it needs 'secret/a', which did not pass");
    cr_expect(eq(dbl, t.out.score, 30));
}

Test(judge, without_samples_nobody_waits_for_them)
{
    make_scoring();
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
    judge_package_require(&t.p, "secret/b", "sample", NULL);
    judge();
    expect_summary("sample:- secret:AC secret/a:AC secret/b:AC secret/c:AC | secret/a/1:AC "
                   "secret/b/1:AC secret/c/1:AC");
}

Test(judge, what_secret_requires_holds_for_its_groups)
{
    make_scoring();
    judge_package_case(&t.p, "sample", "1", "say 2\n", "1\n");
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/b", "1", "say 1\n", "1\n");
    judge_package_require(&t.p, "secret", "sample", NULL);
    judge();
    expect_summary("sample:WA secret:- secret/a:- secret/b:- secret/c:- | sample/1:WA "
                   "secret/a/1:- secret/b/1:-");
    cr_expect(eq(dbl, t.out.score, 0));
}

/* ---- near the limit ---- */

Test(judge, repeats_runs_near_the_limit_until_three_agree)
{
    judge_package_case(&t.p, "secret", "1", "say 1\ncpu 990000 1010000 980000 970000\n", "1\n");
    judge_package_case(&t.p, "secret", "2", "say 1\ncpu 1100000 900000 1110000 1120000\n", "1\n");
    judge_package_case(&t.p, "secret", "3", "say 1\ncpu 10000\n", "1\n");
    judge();
    expect_summary("sample:- secret:TLE | secret/1:AC secret/2:TLE secret/3:AC");
    cr_expect(t.out.borderline);
    cr_expect(eq(uint, t.out.cases[0].repeats, 4));
    cr_expect(eq(u64, t.out.cases[0].cpu_us, 990000));
    cr_expect(eq(uint, t.out.cases[1].repeats, 4));
    cr_expect(eq(u64, t.out.cases[1].cpu_us, 1100000));
    cr_expect(eq(uint, t.out.cases[2].repeats, 1));
}

Test(judge, gives_up_after_five_runs)
{
    judge_package_case(&t.p, "secret", "1", "say 1\ncpu 990000 1010000 980000 1020000 1030000\n",
                       "1\n");
    judge();
    cr_expect(eq(uint, t.out.cases[0].repeats, 5));
    cr_expect(t.out.cases[0].verdict == VERDICT_TIME_LIMIT);
}

/* ---- validators ---- */

static void use_validator(void)
{
    static struct source_file file = { "validate.c", { "", 0 } };
    static struct package_program program = { .sources = { "output_validator", &file, 1 } };
    t.p.package.output_validators = &program;
    t.p.package.output_validator_count = 1;
    static const char *words[] = { "validator" };
    static struct program built = { .executable = 9, .words = { words, 1 } };
    static const struct package_tools tools = { .output_validators = &built,
                                                .output_validator_count = 1 };
    t.request.tools = &tools;
}

Test(judge, asks_the_package_s_own_validator)
{
    use_validator();
    struct test_case *test =
        judge_package_case(&t.p, "sample", "1", "say hello\n", "exit 42\njudge all is well\n");
    judge_package_validator_args(&t.p, test, "strict", NULL);
    judge_package_case(&t.p, "secret", "1", "say x\n",
                       "exit 43\njudge expected y\nteam try harder\n");
    judge();
    expect_summary("sample:AC secret:WA | sample/1:AC secret/1:WA");
    cr_expect_str_eq(t.out.cases[0].judge_message, "all is well");
    cr_expect_str_eq(t.out.cases[1].judge_message, "expected y");
    cr_expect_str_eq(t.out.cases[1].team_message, "try harder");
    cr_expect_str_eq(t.out.cases[1].cause, "the output is not the right one");
    const struct fake_record *record = &t.fake.records[1];
    cr_expect_str_eq(fake_record_line(&t.fake, 1),
                     "validator .judge/case.in .judge/case.ans .judge/feedback/ strict");
    cr_expect(record->profile == RUN_TOOL && record->executable == 9);
    cr_expect(str_is(record->input_bytes, "hello\n"), "standard input is the team's output");
    cr_expect(eq(sz, t.fake.opens, 2), "one session for each of the two programs");
}

Test(judge, a_validator_that_misbehaves_is_a_judge_error_and_never_wrong)
{
    use_validator();
    static const struct {
        const char *answer, *cause;
    } rows[] = {
        { "exit 0\n", "the output validator ended with exit status 0 instead of 42 (accepted) or "
                      "43 (wrong)" },
        { "exit 1\n", "the output validator ended with exit status 1 instead of 42 (accepted) or "
                      "43 (wrong)" },
        { "end TLE time limit\n", "the output validator did not end properly: time limit" },
        { "end OLE output limit\n", "the output validator did not end properly: output limit" },
        { "end RTE killed by signal 11\n",
          "the output validator did not end properly: killed by signal 11" },
        { "end SV call of socket\nexit 42\n",
          "the output validator did not end properly: call of socket" },
        { "end TLE time limit\nexit 43\n",
          "the output validator did not end properly: time limit" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        judge_package_case(&t.p, "secret", "x", "say x\n", rows[i].answer);
    judge();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_expect(t.out.cases[i].verdict == VERDICT_JUDGE_ERROR, "row %zu", i);
        cr_expect_str_eq(t.out.cases[i].cause, rows[i].cause);
    }
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect(t.out.score == 0);
}

Test(judge, one_judge_error_makes_the_whole_not_graded)
{
    use_validator();
    judge_package_case(&t.p, "secret", "1", "say x\n", "exit 43\n");
    judge_package_case(&t.p, "secret", "2", "say x\n", "exit 7\n");
    judge();
    expect_verdict(VERDICT_JUDGE_ERROR,
                   "case 'secret/2': the output validator ended with exit status 7 instead of 42 "
                   "(accepted) or 43 (wrong)");
}

Test(judge, does_not_ask_the_validator_about_a_run_that_failed)
{
    use_validator();
    judge_package_case(&t.p, "secret", "1", "say x\nexit 1\n", "exit 42\n");
    judge();
    cr_expect(t.out.cases[0].verdict == VERDICT_RUN_ERROR);
    cr_expect(eq(sz, t.fake.runs, 1));
}

/* Group b pays cases (40 - 10) / N, a is all or nothing, and one without a ceiling. */
Test(judge, scores_are_the_validator_s_within_the_format_s_rules)
{
    use_validator();
    make_scoring();
    t.p.groups[1].max_score = INFINITY;
    struct test_group *open = judge_package_group(&t.p, "secret/d");
    open->aggregation = SCORE_SUM;
    static const struct {
        const char *group, *answer;
        double score; /* -1: a judge error */
    } rows[] = {
        { "sample", "exit 42\nscore junk\n", 1 }, /* ignored in sample */
        { "secret/b", "exit 42\nscore 2.5\n", 2.5 },
        { "secret/b", "exit 42\nmultiplier 0.5\n", 3.75 },
        { "secret/b", "exit 42\n", 7.5 },
        { "secret/b", "exit 43\n", 0 },
        { "secret/d", "exit 42\nscore 1234.5\n", 1234.5 },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        judge_package_case(&t.p, rows[i].group, "x", "say x\n", rows[i].answer);
    judge();
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_expect(eq(dbl, t.out.cases[i].score, rows[i].score), "row %zu", i);
    cr_expect(eq(dbl, t.out.score, 2.5 + 3.75 + 7.5 + 1234.5));
}

Test(judge, bad_scores_are_judge_errors)
{
    use_validator();
    make_scoring();
    struct test_group *open = judge_package_group(&t.p, "secret/d");
    open->aggregation = SCORE_MIN;
    static const struct {
        const char *group, *answer, *cause;
    } rows[] = {
        { "secret/a", "exit 42\nscore 1\n", "of a pass-fail group" },
        { "secret/b", "exit 42\nscore 1\nmultiplier 1\n", "both" },
        { "secret/b", "exit 43\nscore 0\n", "that it rejects" },
        { "secret/b", "exit 42\nscore x\n", "no number" },
        { "secret/b", "exit 42\nscore -1\n", "no number of at least 0" },
        { "secret/b", "exit 42\nscore 1 2\n", "no number" },
        { "secret/b", "exit 42\nscore 31\n", "above the test's maximum" },
        { "secret/b", "exit 42\nscore nan\n", "no number" },
        { "secret/b", "exit 42\nmultiplier 1.01\n", "from 0 to 1" },
        { "secret/d", "exit 42\n", "no score.txt" },
        { "secret/d", "exit 42\nmultiplier 1\n", "without a maximum" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        judge_package_case(&t.p, rows[i].group, "x", "say x\n", rows[i].answer);
    judge();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        cr_expect(t.out.cases[i].verdict == VERDICT_JUDGE_ERROR, "row %zu", i);
        cr_expect(strstr(t.out.cases[i].cause, rows[i].cause) != NULL, "row %zu: %s", i,
                  t.out.cases[i].cause);
    }
}

Test(judge, groups_above_their_maximum_are_judge_errors)
{
    make_scoring();
    judge_package_case(&t.p, "secret/a", "1", "say 1\n", "1\n");
    judge_package_case(&t.p, "secret/c", "1", "say 1\n", "1\n");
    t.p.groups[1].max_score = 50; /* 30 + 30 */
    judge();
    expect_verdict(VERDICT_JUDGE_ERROR, "the group 'secret' has a score above its maximum");
    t.p.groups[1].max_score = 60;
    t.p.groups[2].max_score = INFINITY;
    judge();
    expect_verdict(VERDICT_JUDGE_ERROR, "the pass-fail group 'secret/a' has no maximum score");
}

/* ---- faults ---- */

static void expect_fault_without_half_result(void)
{
    struct judgement before;
    memset(&before, 0x5a, sizeof before);
    memcpy(&t.out, &before, sizeof before);
    cr_assert(not(judge_it()));
    cr_expect(memcmp(&t.out, &before, sizeof before) == 0, "an error changes no output");
    cr_expect(eq(sz, t.fake.live, 0), "every session is closed");
}

Test(judge, a_box_that_will_not_start_is_an_error_and_not_a_verdict)
{
    use_validator();
    judge_package_case(&t.p, "sample", "1", "say x\n", "exit 42\n");
    judge_package_case(&t.p, "secret", "1", "say x\ncpu 990000\n", "exit 43\n");
    judge();
    size_t calls = t.fake.calls;
    cr_assert(eq(sz, calls, 2 + 2 + 6), "two sessions, a case of two runs, one of six");
    for (size_t n = 1; n <= calls; n++) {
        t.err = (struct err){ 0 };
        t.fake.calls = 0;
        t.fake.fail_at = n;
        expect_fault_without_half_result();
        cr_expect(t.err.kind == ERR_FAULT, "call %zu", n);
        cr_expect(str_starts(t.err.text, "cannot judge 'small': "), "%s", t.err.text);
        cr_expect(n < 3 || strstr(t.err.text, "case '") != NULL, "%s", t.err.text);
    }
}

Test(judge, a_missing_answer_is_an_error_that_names_case_and_file)
{
    struct test_case *test = judge_package_case(&t.p, "secret", "1", "say 1\n", "1\n");
    const char *path = test->answer_path;
    test->answer_path = "/nonexistent/1.ans";
    expect_fault_without_half_result();
    cr_expect_str_eq(t.err.text, "cannot judge 'small': case 'secret/1': cannot open "
                                 "'/nonexistent/1.ans': No such file or directory");
    test->answer_path = t.p.folder; /* not a file */
    expect_fault_without_half_result();
    cr_expect(strstr(t.err.text, "not a regular file") != NULL, "%s", t.err.text);
    test->answer_path = path;
}

Test(judge, refuses_packages_that_it_cannot_judge)
{
    t.request = judge_package_request(&t.p);
    expect_fault_without_half_result();
    cr_expect_str_eq(t.err.text, "cannot judge 'small': the package has no tests");
    struct test_case *test = judge_package_case(&t.p, "secret", "1", "say 1\n", "1\n");
    t.p.package.kinds = PACKAGE_INTERACTIVE;
    expect_fault_without_half_result();
    cr_expect_str_eq(t.err.text, "cannot judge 'small': an interactive or multi-pass package needs "
                                 "an output validator of its own");
    t.p.package.kinds = PACKAGE_PASS_FAIL;
    judge_package_require(&t.p, "secret", "nobody", NULL);
    expect_fault_without_half_result();
    cr_expect_str_eq(t.err.text,
                     "cannot judge 'small': group 'secret' requires 'nobody', which is no group");
    t.p.groups[1].require_pass.count = 0;
    use_validator();
    t.request.tools = NULL;
    expect_fault_without_half_result();
    cr_expect_str_eq(t.err.text, "cannot judge 'small': its output validator was not built");
    t.p.package.output_validator_count = 0;
    const char *path = test->input_path;
    test->input_path = NULL;
    expect_fault_without_half_result();
    cr_expect_str_eq(t.err.text, "cannot judge 'small': case 'secret/1' has not been made");
    test->input_path = path;
}

/* ---- the whole way, with real processes ---- */

Test(judge, judges_a_real_program_from_its_source)
{
    static struct source_file file = { "sum.c", { NULL, 0 } };
    file.bytes = str_of("#include <stdio.h>\nint main(void)\n{\n    int a, b;\n"
                        "    if (scanf(\"%d %d\", &a, &b) != 2) return 3;\n"
                        "    if (a == 0) *(volatile int *)0 = 1;\n"
                        "    printf(\"%d\\n\", a + b);\n    return 0;\n}\n");
    const struct build_request build = { .sources = { "sum", &file, 1 },
                                         .limits = build_limits_of(&t.p.package.limits) };
    struct host_runner host;
    host_runner_init(&host);
    struct compile_result compiled;
    SCOPED_FD executable = -1;
    cr_assert(build_program(&host.runner, &build, &t.arena, &compiled, &executable, &t.err));
    cr_assert(compiled.ok, "%s", compiled.cause);
    judge_package_case(&t.p, "sample", "1", "1 2\n", "3\n");
    judge_package_case(&t.p, "secret", "1", "5 7\n", "13\n");
    judge_package_case(&t.p, "secret", "2", "none\n", "0\n");
    judge_package_case(&t.p, "secret", "3", "0 1\n", "1\n");
    t.request.compile = &compiled;
    const char *words[] = { "sum" };
    const struct program program = { .executable = executable, .words = { words, 1 } };
    t.request.program = &program;
    cr_assert(judge_submission(&host.runner, &t.request, &t.arena, &t.out, &t.err), "%s",
              t.err.text);
    expect_summary("sample:AC secret:WA | sample/1:AC secret/1:WA secret/2:RTE secret/3:RTE");
    cr_expect(str_is(t.out.cases[1].output, "12\n"));
    cr_expect_str_eq(t.out.cases[2].cause, "exit status 3: does main return 0?");
    cr_expect_str_eq(t.out.cases[3].cause, "signal 11");
}
