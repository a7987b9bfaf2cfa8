/* test_kinds.c - interactive, multi-pass, static validation, answers, several validators, graders:
 * every branch, with programs that do what a script says. */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/judge/grading.h"
#include "grader/judge/judge.h"
#include "tests/support/judge_package.h"

struct bench_of_test {
    struct judge_package p;
    struct fake_runner fake;
    struct judge_program program;
    struct judge_request request;
    struct judgement out;
    struct err err;
    struct arena arena;
    struct package_program validators[3];
    struct program built[3], spare;
    struct package_tools tools;
};
static struct bench_of_test t; /* every test has a process of its own */

static const char *words[] = { "validator" };

static void use_validators(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        t.validators[i] = (struct package_program){ .place = "output_validators/v" };
        t.built[i] = (struct program){ .executable = -1, .words = { words, 1 } };
    }
    t.p.package.output_validators = t.validators;
    t.p.package.output_validator_count = count;
    t.tools = (struct package_tools){ .output_validators = t.built,
                                      .output_validator_count = count,
                                      .static_validator = PROGRAM_NONE,
                                      .grader = PROGRAM_NONE };
    t.request.tools = &t.tools;
}

static void set_up(void)
{
    judge_package_init(&t.p);
    fake_runner_init(&t.fake);
    judge_program_attach(&t.program, &t.p, &t.fake);
    t.request = judge_package_request(&t.p);
    t.spare = (struct program){ .executable = -1, .words = { words, 1 } };
    use_validators(0);
}

static void tear_down(void)
{
    cr_expect(t.fake.live == 0, "a session is still open");
    arena_release(&t.arena);
    fake_runner_release(&t.fake);
    judge_package_release(&t.p);
}

TestSuite(kinds, .init = set_up, .fini = tear_down);

static void judge(void)
{
    cr_assert(judge_submission(&t.fake.runner, &t.request, &t.arena, &t.out, &t.err), "%s",
              t.err.text);
}

static struct word_list word(const char *text)
{
    const char **list = ARENA_ARRAY(&t.arena, 1, const char *);
    list[0] = text;
    return (struct word_list){ list, 1 };
}

/* ---- interactive ---- */

/* What a program does, what its validator says, who ended first: what that is. */
static const struct {
    const char *program, *validator;
    bool validator_first;
    enum verdict verdict;
    const char *cause;
} talks[] = {
    { "say 1", "exit 42", false, VERDICT_ACCEPTED, "" },
    { "say 1", "exit 43", false, VERDICT_WRONG_ANSWER, "the validator rejects the conversation" },
    { "exit 7", "exit 43", false, VERDICT_RUN_ERROR, "exit status 7: does main return 0?" },
    { "exit 7", "exit 43", true, VERDICT_WRONG_ANSWER, "the validator rejects the conversation" },
    { "exit 7", "exit 42", true, VERDICT_RUN_ERROR, "exit status 7: does main return 0?" },
    { "end TLE it spins\ncpu 1500000", "exit 43", false, VERDICT_TIME_LIMIT,
      "it needs more CPU time than the limit allows" },
    { "end TLE it spins\ncpu 1500000", "exit 43", true, VERDICT_WRONG_ANSWER,
      "the validator rejects the conversation" },
    { "cpu 1500000", "exit 42", false, VERDICT_TIME_LIMIT,
      "it needs more CPU time than the limit allows" },
    { "exit 7", "exit 1", false, VERDICT_JUDGE_ERROR,
      "the output validator ended with exit status 1 instead of 42 (accepted) or 43 (wrong)" },
    { "say 1", "exit 0", true, VERDICT_JUDGE_ERROR,
      "the output validator ended with exit status 0 instead of 42 (accepted) or 43 (wrong)" },
    { "end SV socket", "end TLE it waits", false, VERDICT_JUDGE_ERROR,
      "the output validator did not end properly: it waits" },
    { "end OLE wrote more than 9 bytes", "exit 43", false, VERDICT_OUTPUT_LIMIT,
      "wrote more than 9 bytes" },
    { "end MLE used more", "exit 42", false, VERDICT_MEMORY_LIMIT, "used more" },
};

Test(kinds, interactive_is_judged_in_problemtools_order)
{
    use_validators(1);
    t.p.package.kinds = PACKAGE_INTERACTIVE;
    struct test_case *test = judge_package_case(&t.p, "secret", "1", "secret input", "");
    for (size_t i = 0; i < COUNT_OF(talks); i++) {
        cr_assert(
            file_write(test->answer_path, talks[i].validator, strlen(talks[i].validator), &t.err));
        test->args = word(talks[i].program);
        t.fake.judge_ends_first = talks[i].validator_first;
        judge();
        const struct case_result *result = &t.out.cases[0];
        cr_expect(result->verdict == talks[i].verdict, "%zu: %s", i, verdict_code(result->verdict));
        cr_expect_str_eq(result->cause, talks[i].cause, "%zu: %s", i, result->cause);
    }
}

Test(kinds, an_interactive_program_never_gets_the_input)
{
    use_validators(1);
    t.p.package.kinds = PACKAGE_INTERACTIVE;
    judge_package_case(&t.p, "secret", "1", "secret input", "exit 42")->args = word("say 1");
    judge();
    const struct fake_record *program = &t.fake.records[0], *validator = &t.fake.records[1];
    cr_expect(program->input_path == NULL && program->input == -1);
    cr_expect(program->profile == RUN_PROGRAM && validator->profile == RUN_TOOL);
    cr_expect_str_eq(fake_record_line(&t.fake, 1),
                     "validator .judge/case.in .judge/case.ans .judge/feedback/");
    /* The validator outlives a program that waits for it in vain. */
    cr_expect(validator->limits.wall_us > program->limits.wall_us);
}

Test(kinds, a_validator_s_word_reaches_judges_even_when_the_program_failed)
{
    use_validators(1);
    t.p.package.kinds = PACKAGE_INTERACTIVE;
    judge_package_case(&t.p, "secret", "1", "", "exit 43\njudge it stopped at 3")->args =
        word("exit 9\nsay 3");
    judge();
    cr_expect_str_eq(t.out.cases[0].judge_message, "it stopped at 3");
    cr_expect(str_is(t.out.cases[0].output, "3\n"));
}

/* ---- multi-pass ---- */

static void use_passes(unsigned most)
{
    use_validators(1);
    t.p.package.kinds = PACKAGE_MULTI_PASS;
    t.p.package.limits.validation_passes = most;
}

Test(kinds, a_second_pass_gets_what_the_validator_wrote)
{
    use_passes(2);
    judge_package_case(&t.p, "secret", "1", "say one\ncpu 900", "exit 42\nnext say two\nkept tar");
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED, "%s", t.out.cause);
    cr_expect_eq(t.out.cases[0].passes, 2);
    cr_assert_eq(t.fake.record_count, 4);
    cr_expect(str_is(t.fake.records[2].input_bytes, "say two"));
    cr_expect(str_is(t.fake.records[3].input_bytes, "two\n"));
    cr_expect(strstr(fake_record_line(&t.fake, 3), "validator .judge/case.in .judge/case.ans"));
    cr_expect_eq(t.out.cases[0].cpu_us, 1000, "the slowest pass, not the sum");
}

Test(kinds, a_later_pass_may_fail)
{
    use_passes(5);
    judge_package_case(&t.p, "secret", "1", "say one", "exit 42\nnext exit 3");
    judge();
    cr_expect(t.out.cases[0].verdict == VERDICT_RUN_ERROR);
    cr_expect_eq(t.out.cases[0].passes, 2);
}

Test(kinds, more_passes_than_permitted_are_a_judge_error)
{
    use_passes(3);
    judge_package_case(&t.p, "secret", "1", "say one", "exit 42\nagain say more");
    judge();
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect_str_eq(t.out.cases[0].cause,
                     "the output validator asks for more passes than the 3 of "
                     "limits.validation_passes");
    cr_expect_eq(t.fake.record_count, 6);
}

Test(kinds, a_next_pass_of_a_rejected_run_is_a_judge_error)
{
    use_passes(3);
    judge_package_case(&t.p, "secret", "1", "say one", "exit 43\nagain say more");
    judge();
    cr_expect(t.out.cases[0].verdict == VERDICT_JUDGE_ERROR);
    cr_expect_str_eq(t.out.cases[0].cause,
                     "the output validator wrote nextpass.in for a run that it rejects");
}

Test(kinds, without_multi_pass_nextpass_in_means_nothing)
{
    use_validators(1);
    judge_package_case(&t.p, "secret", "1", "say one", "exit 43\nagain say more");
    judge();
    cr_expect(t.out.cases[0].verdict == VERDICT_WRONG_ANSWER);
    cr_expect_eq(t.fake.record_count, 2);
}

Test(kinds, interactive_passes_talk_each_time)
{
    use_passes(2);
    t.p.package.kinds |= PACKAGE_INTERACTIVE;
    judge_package_case(&t.p, "secret", "1", "", "exit 42\nnext 7\nkept t")->args = word("say x");
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED, "%s", t.out.cause);
    cr_expect_eq(t.out.cases[0].passes, 2);
    cr_expect(t.fake.records[2].input == -1);
}

Test(kinds, talking_needs_one_validator_of_its_own)
{
    judge_package_case(&t.p, "secret", "1", "", "");
    for (size_t count = 0; count <= 2; count += 2) {
        use_validators(count);
        t.p.package.kinds = PACKAGE_INTERACTIVE;
        cr_expect(!judge_submission(&t.fake.runner, &t.request, &t.arena, &t.out, &t.err));
        cr_expect(t.err.kind == ERR_INPUT && strstr(t.err.text, "output validator"), "%s",
                  t.err.text);
    }
}

/* ---- several validators (legacy) ---- */

Test(kinds, all_validators_must_accept)
{
    use_validators(3);
    judge_package_case(&t.p, "secret", "1", "say 1", "exit 42");
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED);
    cr_expect_eq(t.fake.record_count, 4);
}

/* Each plays the same script; the second is told to reject by its place in the order. */
static unsigned asked;
static bool second_rejects(void *ctx, const struct run_program *program,
                           const struct run_request *request, struct run_outcome *out,
                           struct err *err)
{
    (void)ctx, (void)request, (void)err;
    static const int codes[] = { 42, 43, 42 };
    if (program->profile != RUN_TOOL)
        fake_outcome_text(out, "1", "");
    else {
        fake_outcome_exit(out, codes[asked++ % 3], "", "");
        fake_outcome_collect(out, FEEDBACK_JUDGE_MESSAGE, str_of(asked == 2 ? "no" : "fine"));
    }
    return true;
}

Test(kinds, one_that_rejects_is_enough)
{
    use_validators(3);
    judge_package_case(&t.p, "secret", "1", "", "");
    t.fake.on_run = second_rejects;
    judge();
    cr_expect(t.out.cases[0].verdict == VERDICT_WRONG_ANSWER);
    cr_expect_str_eq(t.out.cases[0].judge_message, "no");
}

Test(kinds, a_case_may_ask_one_validator_only)
{
    use_validators(3);
    judge_package_case(&t.p, "secret", "1", "say 1", "exit 42")->only_output_validator =
        &t.validators[2];
    judge();
    cr_expect_eq(t.fake.record_count, 2);
}

Test(kinds, a_validator_in_a_foreign_language_is_refused_by_name)
{
    use_validators(1);
    t.validators[0].kind = PROGRAM_OTHER;
    judge_package_case(&t.p, "secret", "1", "", "");
    cr_expect(!judge_submission(&t.fake.runner, &t.request, &t.arena, &t.out, &t.err));
    cr_expect(t.err.kind == ERR_INPUT && strstr(t.err.text, "output_validators/v"), "%s",
              t.err.text);
}

/* ---- the place of the first difference ---- */

Test(kinds, a_validator_may_name_the_place)
{
    use_validators(1);
    judge_package_case(&t.p, "secret", "1", "say a\nsay b", "exit 43\nposition 8 2");
    judge();
    const struct difference *difference = &t.out.cases[0].difference;
    cr_expect(difference->known && difference->output_offset == 2 && difference->output_line == 2);
    cr_expect(difference->answer_offset == 8 && difference->answer_line == 2);
}

Test(kinds, a_place_outside_of_the_texts_is_none)
{
    use_validators(1);
    judge_package_case(&t.p, "secret", "1", "say a", "exit 43\nposition 1 99");
    judge();
    cr_expect(!t.out.cases[0].difference.known);
}

/* ---- static validation ---- */

static struct source_file solution = { "main.c", { "int main;", 9 } };

static void use_static(struct test_group *group, const char *script, double score)
{
    static struct package_program look = { .place = "static_validator" };
    static struct source_set sources = { "solution", &solution, 1 };
    t.p.package.static_validator = &look;
    t.tools.static_validator = t.spare;
    t.request.sources = &sources;
    group->has_static_validation = true;
    group->static_validation_score = score;
    group->static_validator_args = word(script);
}

Test(kinds, a_static_validator_sees_the_sources_and_decides)
{
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    use_static(judge_package_group(&t.p, "secret"), "exit 43\njudge a star\nteam no stars", 0);
    judge();
    cr_expect(t.out.verdict == VERDICT_WRONG_ANSWER);
    cr_expect_str_eq(t.out.cause, "the static validator rejects the source code");
    cr_assert_eq(t.out.static_count, 1);
    cr_expect_str_eq(t.out.statics[0].judge_message, "a star");
    cr_expect_str_eq(t.out.statics[0].team_message, "no stars");
    cr_expect(strstr(fake_record_line(&t.fake, 0), " c main.c ../feedback/ exit 43"), "%s",
              fake_record_line(&t.fake, 0));
    cr_expect_eq(t.fake.records[0].file_count, 2);
    cr_expect(t.out.score == 0 && t.out.groups[1].score == 0);
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out), "sample:- secret:WA | secret/1:AC");
}

Test(kinds, a_static_validator_that_accepts_changes_nothing)
{
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    use_static(judge_package_group(&t.p, "secret"), "exit 42", 0);
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED && t.out.score == 1);
}

Test(kinds, a_static_validator_that_fails_is_a_judge_error)
{
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    use_static(judge_package_group(&t.p, "secret"), "exit 5", 0);
    judge();
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect_str_eq(t.out.cause, "group 'secret': the static validator ended with exit status 5 "
                                  "instead of 42 (accepted) or 43 (wrong)");
}

/* 100 points of which 40 are static: each of the two tests pays 30. */
static void expect_static_score(const char *script, double score, enum verdict verdict)
{
    use_static(judge_package_group(&t.p, "secret"), script, 40);
    judge();
    cr_expect(t.out.verdict == verdict, "%s: %s", script, verdict_code(t.out.verdict));
    cr_expect(fabs(t.out.score - score) < 1e-9, "%s: %g", script, t.out.score);
}

Test(kinds, static_validation_pays_its_share)
{
    t.p.package.kinds = PACKAGE_SCORING;
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    judge_package_case(&t.p, "secret", "2", "say 1", "1");
    expect_static_score("exit 42", 100, VERDICT_ACCEPTED);
    expect_static_score("exit 42\nscore 10", 70, VERDICT_ACCEPTED);
    expect_static_score("exit 42\nmultiplier 0.5", 80, VERDICT_ACCEPTED);
    expect_static_score("exit 43", 60, VERDICT_WRONG_ANSWER);
}

Test(kinds, static_scores_against_the_rules_are_judge_errors)
{
    static const char *const bad[] = { "exit 42\nscore 41", "exit 42\nscore 1\nmultiplier 1",
                                       "exit 43\nscore 1", "exit 42\nscore x" };
    t.p.package.kinds = PACKAGE_SCORING;
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        use_static(judge_package_group(&t.p, "secret"), bad[i], 40);
        judge();
        cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR, "%s", bad[i]);
        cr_expect(strstr(t.out.cause, "the static validator wrote "), "%s", t.out.cause);
    }
}

/* ---- answers ---- */

Test(kinds, answers_are_compared_and_nothing_runs)
{
    static struct source_file files[] = { { "1.out", { "one\n", 4 } },
                                          { "secret/2.ans", { "two\n", 4 } },
                                          { "secret/3.ans", { "four\n", 5 } } };
    static const struct source_set answers = { "answers", files, 3 };
    judge_package_case(&t.p, "secret", "1", "", "one");
    judge_package_case(&t.p, "secret", "2", "", "two");
    judge_package_case(&t.p, "secret", "3", "", "three");
    judge_package_case(&t.p, "secret", "4", "", "four");
    t.p.package.kinds = PACKAGE_SUBMIT_ANSWER;
    t.request.program = NULL;
    t.request.sources = &answers;
    t.request.language = "answers";
    judge();
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out),
                     "sample:- secret:WA | secret/1:AC secret/2:AC secret/3:WA secret/4:WA");
    cr_expect(str_is(t.out.cases[2].output, "four\n"));
    cr_expect_str_eq(t.out.cases[3].cause, "there is no answer to this test");
    cr_expect_eq(t.fake.calls, 0);
}

/* ---- faults ---- */

Test(kinds, a_box_that_fails_at_any_call_is_an_error_and_leaves_nothing_open)
{
    use_passes(2);
    t.p.package.kinds |= PACKAGE_INTERACTIVE;
    judge_package_case(&t.p, "secret", "1", "", "exit 42\nnext 7\nkept t")->args = word("say x");
    use_static(judge_package_group(&t.p, "secret"), "exit 42", 0);
    size_t n = 1;
    for (; n < 100; n++) {
        struct judgement out = { .cause = "before" };
        t.fake.calls = 0;
        t.fake.fail_at = n;
        if (judge_submission(&t.fake.runner, &t.request, &t.arena, &out, &t.err))
            break;
        cr_expect(t.err.kind == ERR_FAULT && t.fake.live == 0, "call %zu: %s", n, t.err.text);
        cr_expect_str_eq(out.cause, "before");
    }
    cr_expect_eq(n, 9, "two calls for static validation, two sessions, four runs: %zu", n);
}

/* ---- graders ---- */

static struct grading_item item(enum verdict verdict, double score)
{
    return (struct grading_item){ verdict, score };
}

static void expect_graded(struct grader_settings settings, const struct grading_item *items,
                          size_t count, enum verdict verdict, double score)
{
    struct grading_item got = grading_default(&settings, items, count);
    cr_expect(got.verdict == verdict, "%s", verdict_code(got.verdict));
    cr_expect(got.score == score, "%g", got.score);
}

Test(kinds, the_default_grader_follows_its_specification)
{
    const struct grading_item mixed[] = { item(VERDICT_ACCEPTED, 10), item(VERDICT_WRONG_ANSWER, 2),
                                          item(VERDICT_RUN_ERROR, 0), item(VERDICT_ACCEPTED, 4) };
    const struct grading_item good[] = { item(VERDICT_ACCEPTED, 3), item(VERDICT_ACCEPTED, 5) };
    expect_graded((struct grader_settings){ 0 }, NULL, 0, VERDICT_ACCEPTED, 0);
    expect_graded((struct grader_settings){ 0 }, good, 2, VERDICT_ACCEPTED, 8);
    expect_graded((struct grader_settings){ 0 }, mixed, 4, VERDICT_RUN_ERROR, 16);
    expect_graded((struct grader_settings){ .verdict_mode = GRADER_FIRST_ERROR }, mixed, 4,
                  VERDICT_WRONG_ANSWER, 16);
    expect_graded(
        (struct grader_settings){ .verdict_mode = GRADER_ALWAYS_ACCEPT, .score_mode = GRADER_AVG },
        mixed, 4, VERDICT_ACCEPTED, 4);
    expect_graded(
        (struct grader_settings){ .score_mode = GRADER_MIN, .accepts_if_any_accepted = true },
        mixed, 4, VERDICT_ACCEPTED, 0);
    expect_graded((struct grader_settings){ .score_mode = GRADER_MAX }, mixed, 4, VERDICT_RUN_ERROR,
                  10);
    expect_graded((struct grader_settings){ .ignores_sample = true }, good, 2, VERDICT_ACCEPTED, 5);
}

/* sample and secret below data, as the older formats have them. */
static void use_graders(void)
{
    struct test_group *root = judge_package_group(&t.p, "data");
    root->parent = NULL;
    t.p.groups[0].parent = t.p.groups[1].parent = root;
    struct test_group *order[] = { root, &t.p.groups[0], &t.p.groups[1] };
    for (size_t i = 0; i < 3; i++)
        t.p.group_list[i] = order[i];
    t.p.package.root = root;
    t.p.package.grading = PACKAGE_GRADING_GRADERS;
    for (size_t i = 0; i < 3; i++)
        order[i]->grader = (struct grader_settings){ .breaks_on_reject = true,
                                                     .accept_score = 1,
                                                     .least_score = -INFINITY,
                                                     .most_score = INFINITY };
}

static struct grader_settings *grader_of(const char *group)
{
    return &judge_package_group(&t.p, group)->grader;
}

Test(kinds, graders_aggregate_bottom_up)
{
    use_graders();
    t.p.package.kinds = PACKAGE_SCORING;
    judge_package_case(&t.p, "sample", "1", "say 1", "1");
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    judge_package_case(&t.p, "secret", "2", "say 1", "1");
    grader_of("secret")->accept_score = 5;
    grader_of("data")->most_score = 20;
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED, "%s", t.out.cause);
    cr_expect(t.out.score == 11 && t.out.max_score == 20, "%g", t.out.score);
    grader_of("data")->ignores_sample = true;
    judge();
    cr_expect(t.out.score == 10, "%g", t.out.score);
}

Test(kinds, on_reject_says_what_is_left_out)
{
    use_graders();
    t.request.stop = JUDGE_STOP_IN_GROUP;
    judge_package_case(&t.p, "sample", "1", "say 1", "1");
    judge_package_case(&t.p, "secret", "1", "say 9", "1");
    judge_package_case(&t.p, "secret", "2", "exit 1", "1");
    judge();
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out),
                     "data:WA sample:AC secret:WA | sample/1:AC secret/1:WA secret/2:-");
    grader_of("secret")->breaks_on_reject = false;
    judge();
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out),
                     "data:RTE sample:AC secret:RTE | sample/1:AC secret/1:WA secret/2:RTE");
    /* All run, and still nothing behind the break is heard of. */
    grader_of("secret")->breaks_on_reject = true;
    t.request.stop = JUDGE_ALL;
    judge();
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out),
                     "data:WA sample:AC secret:WA | sample/1:AC secret/1:WA secret/2:RTE");
}

Test(kinds, a_rejected_sample_ends_it_all_when_data_breaks)
{
    use_graders();
    t.request.stop = JUDGE_STOP_IN_GROUP;
    judge_package_case(&t.p, "sample", "1", "say 9", "1");
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    judge();
    cr_expect_str_eq(judge_package_summary(&t.p, &t.out),
                     "data:WA sample:WA secret:- | sample/1:WA secret/1:-");
}

Test(kinds, a_score_outside_its_range_is_a_judge_error)
{
    use_graders();
    t.p.package.kinds = PACKAGE_SCORING;
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    grader_of("secret")->accept_score = 5;
    grader_of("secret")->most_score = 4;
    judge();
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect_str_eq(t.out.cause, "the group 'secret' has a score of 5, outside its range");
}

Test(kinds, validators_of_old_packages_give_scores_when_the_package_says_so)
{
    use_graders();
    use_validators(1);
    t.p.package.kinds = PACKAGE_SCORING;
    judge_package_case(&t.p, "secret", "1", "say 1", "exit 42\nscore 2.5");
    judge();
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect(strstr(t.out.cause, "does not say that it gives scores"), "%s", t.out.cause);
    t.p.package.validator_gives_score = true;
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED && t.out.score == 2.5, "%g", t.out.score);
}

static void use_custom_grader(const char *script)
{
    static struct package_program grader = { .place = "graders/half" };
    t.p.package.grader = &grader;
    t.tools.grader = t.spare;
    grader_of("secret")->is_custom = true;
    grader_of("secret")->flags = word(script);
}

Test(kinds, a_custom_grader_is_asked)
{
    use_graders();
    t.p.package.kinds = PACKAGE_SCORING;
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    judge_package_case(&t.p, "secret", "2", "exit 1", "1");
    use_custom_grader("say AC 17.5");
    judge();
    cr_expect(t.out.verdict == VERDICT_ACCEPTED && t.out.score == 17.5, "%s %g", t.out.cause,
              t.out.score);
    const struct fake_record *asked_last = &t.fake.records[t.fake.record_count - 1];
    cr_expect(str_is(asked_last->input_bytes, "AC 1\nRTE 0\n"), "%.*s",
              (int)asked_last->input_bytes.length, asked_last->input_bytes.at);
}

Test(kinds, a_custom_grader_that_does_not_do_its_work_is_a_judge_error)
{
    static const char *const bad[] = {
        "exit 1\nsay AC 1", "say AC",     "say 1 AC", "say -  1",
        "say CE 1",         "say AC 1 2", "cpu 1",    "end TLE slow"
    };
    use_graders();
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        use_custom_grader(bad[i]);
        judge();
        cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR, "%s", bad[i]);
        cr_expect(strstr(t.out.cause, "the grader "), "%s: %s", bad[i], t.out.cause);
    }
}

Test(kinds, a_custom_grader_that_is_not_there_is_a_judge_error)
{
    use_graders();
    judge_package_case(&t.p, "secret", "1", "say 1", "1");
    grader_of("secret")->is_custom = true;
    judge();
    cr_expect(t.out.verdict == VERDICT_JUDGE_ERROR);
    cr_expect(strstr(t.out.cause, "there is none in graders/"), "%s", t.out.cause);
}
