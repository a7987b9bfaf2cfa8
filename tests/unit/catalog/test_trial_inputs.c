/* test_trial_inputs.c - small inputs come out of generators, and answers out of the model. */
#include "grader/catalog/trial_inputs.h"

#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/fake_runner.h"

static struct arena arena;
static struct fake_runner fake;
static struct err err;
static struct source_set sources[2] = { { "gen", NULL, 0 }, { "other", NULL, 0 } };
static struct test_case like = { .name = "secret/1" };
static struct package package = {
    .id = "p", .generators = sources, .generator_count = 2, .cases = &like, .case_count = 1
};
static const char *program_words[] = { "program" };
static struct program generators[2], model;
static struct trial_calls calls;
static size_t runs_of_gen, runs_of_other, runs_of_model;

/* A generator prints its first word, or does what that says; the model echoes in capitals. */
static bool play(void *ctx, const struct run_program *program, const struct run_request *request,
                 struct run_outcome *out, struct err *e)
{
    (void)ctx, (void)e;
    static char large[TRIAL_INPUT_MAX + 2];
    bool is_model = strcmp(program->name, "model solution") == 0;
    runs_of_gen += strcmp(program->name, "gen") == 0;
    runs_of_other += strcmp(program->name, "other") == 0;
    runs_of_model += is_model;
    const char *word =
        is_model ? fake.records[fake.record_count - 1].input_bytes.at : request->argv[1];
    if (strcmp(word, "loop") == 0) {
        fake_outcome(out, VERDICT_TIME_LIMIT, NULL, str_of(""), str_of(""));
    } else if (strcmp(word, "fail") == 0) {
        fake_outcome_exit(out, 1, "half", "");
    } else if (strcmp(word, "large") == 0) {
        memset(large, 'x', sizeof large - 1);
        fake_outcome_text(out, large, "");
    } else if (is_model && strcmp(word, "crash") == 0) {
        fake_outcome_exit(out, 1, "half", "");
    } else if (is_model && strcmp(word, "stuck") == 0) {
        fake_outcome(out, VERDICT_TIME_LIMIT, NULL, str_of(""), str_of(""));
    } else {
        fake_outcome_text(out, is_model ? arena_printf(&arena, "<%s>", word) : word, "");
    }
    return true;
}

static void begin(void)
{
    fake_runner_init(&fake);
    fake.on_run = play;
    model = generators[0] = generators[1] =
        (struct program){ .executable = 7, .has_starter = true, .words = { program_words, 1 } };
    calls = (struct trial_calls){ ARENA_ARRAY(&arena, 32, struct trial_call), 0 };
}

static void end(void)
{
    cr_expect(fake.live == 0);
    fake_runner_release(&fake);
    arena_release(&arena);
}

TestSuite(trial_inputs, .init = begin, .fini = end);

static void ask(size_t generator, const char *word)
{
    const char **words = ARENA_ARRAY(&arena, 1, const char *);
    words[0] = word;
    calls.calls[calls.count++] = (struct trial_call){ generator, { words, 1 }, &like };
}

static bool make(struct trial_set *out)
{
    const struct trial_request request = { &fake.runner, &package, generators, &model, &calls };
    return trial_inputs_make(&request, &arena, out, &err);
}

/* "a=<a> bb=<bb>" */
static const char *made(void)
{
    struct trial_set set;
    const char *out = "";
    cr_assert(make(&set), "%s", err.text);
    for (size_t i = 0; i < set.count; i++)
        out = arena_printf(&arena, "%s%s%.*s=%.*s", out, i ? " " : "",
                           (int)set.trials[i].input.length, set.trials[i].input.at,
                           (int)set.trials[i].answer.length, set.trials[i].answer.at);
    return out;
}

Test(trial_inputs, the_smallest_comes_first_and_equal_ones_count_once)
{
    ask(0, "ccc");
    ask(0, "b");
    ask(1, "a");
    ask(1, "b");
    cr_assert_str_eq(made(), "a=<a> b=<b> ccc=<ccc>");
    cr_assert_eq(runs_of_model, 3);
    cr_assert_eq(fake.opens, 3);
}

Test(trial_inputs, a_call_that_fails_or_prints_nothing_or_too_much_is_passed_over)
{
    ask(0, "fail");
    ask(0, "");
    ask(0, "large");
    ask(0, "good");
    cr_assert_str_eq(made(), "good=<good>");
}

Test(trial_inputs, a_generator_that_runs_into_a_limit_is_not_asked_again)
{
    ask(0, "a");
    ask(0, "loop");
    ask(0, "b");
    ask(1, "c");
    cr_assert_str_eq(made(), "a=<a> c=<c>");
    cr_assert_eq(runs_of_gen, 2);
}

Test(trial_inputs, an_input_on_which_the_model_fails_is_none)
{
    ask(0, "crash");
    ask(0, "longer than it");
    cr_assert_str_eq(made(), "longer than it=<longer than it>");
}

Test(trial_inputs, a_model_that_runs_into_a_limit_is_not_run_again)
{
    ask(0, "a");
    ask(0, "stuck");
    ask(0, "longer than it");
    cr_assert_str_eq(made(), "a=<a>");
    cr_assert_eq(runs_of_model, 2);
}

Test(trial_inputs, a_generator_that_nobody_calls_is_not_started)
{
    generators[1] = PROGRAM_NONE;
    ask(0, "a");
    cr_assert_str_eq(made(), "a=<a>");
}

Test(trial_inputs, without_calls_nothing_runs)
{
    cr_assert_str_eq(made(), "");
    cr_assert_eq(fake.opens, 0);
}

Test(trial_inputs, a_run_that_cannot_be_made_is_an_error_at_every_place)
{
    ask(0, "a");
    ask(1, "b");
    for (size_t at = 1; at <= 7; at++) { /* three sessions, four runs */
        struct trial_set set = { .count = 99 };
        err = (struct err){ 0 };
        fake.calls = 0;
        fake.fail_at = at;
        cr_expect(!make(&set), "%zu", at);
        cr_expect(err.kind == ERR_FAULT && set.count == 99);
    }
    fake.calls = 0;
    fake.fail_at = 8;
    struct trial_set set;
    cr_expect(make(&set));
}
