/* test_counterexample.c - the smallest of some public inputs on which a submission fails. */
#include "grader/judge/counterexample.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/judge_package.h"

enum { LIMIT_US = 1000000, MANY = 600, MODEL = 9 };

static struct judge_package p;
static struct fake_runner fake;
static struct arena arena;
static struct err err;
static struct package_program validator_source = { .sources = { "validate", NULL, 0 },
                                                   .place = "input_validators/validate.c" };
static struct package_program output_source = { .sources = { "check", NULL, 0 },
                                                .place = "output_validator/check.c" };
static const char *words[] = { "program" };
static struct program built, output_built;
static struct package_tools tools;
static struct trial trials[MANY];
static struct trial_set set;
static size_t runs_of_program, runs_of_output_validator, runs_of_model;
static struct program model;
static const struct program *with_model; /* NULL: nothing is shrunk */

static void validate_input(struct run_outcome *out, struct str input)
{
    bool is_valid = input.length < 7 || memcmp(input.at, "invalid", 7) != 0;
    fake_outcome_exit(out, is_valid ? 42 : 43, "", "");
}

/* Likes every output but "left", and no answer to "unfair". */
static void validate_output(struct run_outcome *out, const struct run_request *request,
                            struct str output)
{
    bool is_unfair = str_is(request->files[0].bytes, "unfair");
    runs_of_output_validator++;
    fake_outcome_exit(out, str_is(output, "left") || is_unfair ? 43 : 42, "", "");
}

/* Right, but where it says "bad". */
static void run_model(struct run_outcome *out, struct str input)
{
    runs_of_model++;
    if (memmem(input.at, input.length, "bad", 3))
        fake_outcome_exit(out, 1, "", "");
    else
        fake_outcome_text(out, "right", "");
}

/* The program does what its input says. */
static void run_program(struct run_outcome *out, struct str input)
{
    char text[32] = "";
    memcpy(text, input.at, input.length < sizeof text ? input.length : sizeof text - 1);
    bool is_wrong = strstr(text, "left") || strstr(text, "unfair");
    runs_of_program++;
    if (strstr(text, "crash")) {
        fake_outcome_exit(out, 3, "half", "");
    } else if (strstr(text, "endless")) {
        fake_outcome(out, VERDICT_TIME_LIMIT, NULL, str_of(""), str_of(""));
        out->cpu_us = LIMIT_US + LIMIT_US / 5;
    } else if (strstr(text, "waits")) {
        fake_outcome(out, VERDICT_TIME_LIMIT, NULL, str_of(""), str_of(""));
    } else if (strstr(text, "flaky")) {
        fake_outcome_text(out, runs_of_program % 2 ? "left" : "down", "");
    } else {
        const char *other = strstr(text, "other") ? "other" : "right";
        fake_outcome_text(out, is_wrong ? "left" : other, "");
        out->cpu_us = strstr(text, "heavy") ? 300000 : 100;
    }
}

static bool play(void *ctx, const struct run_program *program, const struct run_request *request,
                 struct run_outcome *out, struct err *e)
{
    (void)ctx, (void)e;
    struct str input = fake.records[fake.record_count - 1].input_bytes;
    if (strcmp(program->name, "input validator") == 0)
        validate_input(out, input);
    else if (strcmp(program->name, "output validator") == 0)
        validate_output(out, request, input);
    else if (program->executable == MODEL)
        run_model(out, input);
    else
        run_program(out, input);
    return true;
}

static void begin(void)
{
    judge_package_init(&p);
    fake_runner_init(&fake);
    fake.on_run = play;
    judge_package_case(&p, "secret", "1", "hidden input", "hidden answer");
    model = (struct program){ .executable = MODEL, .words = { words, 1 } };
    built = output_built = (struct program){ .executable = -1, .words = { words, 1 } };
    tools = (struct package_tools){ .input_validators = &built,
                                    .input_validator_count = 1,
                                    .output_validators = &output_built };
    p.package.input_validators = &validator_source;
    p.package.input_validator_count = 1;
    set = (struct trial_set){ trials, 0 };
}

static void end(void)
{
    cr_expect(fake.live == 0);
    fake_runner_release(&fake);
    judge_package_release(&p);
    arena_release(&arena);
}

TestSuite(counterexample, .init = begin, .fini = end);

static void try_on(const char *input)
{
    trials[set.count++] =
        (struct trial){ &p.cases[0], str_of(arena_strdup(&arena, input)), { "right", 5 } };
}

static void use_output_validator(void)
{
    p.package.output_validators = &output_source;
    p.package.output_validator_count = 1;
    tools.output_validator_count = 1;
}

static bool search(struct counterexample *out)
{
    static const struct program program = { .executable = 5, .words = { words, 1 } };
    const struct counterexample_request request = { .package = &p.package,
                                                    .tools = &tools,
                                                    .program = &program,
                                                    .model = with_model,
                                                    .trials = &set,
                                                    .time_limit_us = LIMIT_US };
    return counterexample_search(&fake.runner, &request, &arena, out, &err);
}

static struct counterexample found(void)
{
    struct counterexample made;
    cr_assert(search(&made), "%s", err.text);
    return made;
}

static bool is_on(const struct counterexample *made, const char *input)
{
    return made->found && str_is(made->found->input, input);
}

/* ---- when ---- */

static const char *reason;

static bool wanted(enum verdict verdict, bool is_shown)
{
    struct case_result result = { .test = &p.cases[0], .verdict = verdict };
    const struct judgement judgement = {
        .package = &p.package, .verdict = verdict, .cases = &result, .case_count = 1
    };
    p.cases[0].full_feedback = is_shown;
    return counterexample_is_wanted(&judgement, &reason);
}

Test(counterexample, is_wanted_after_a_hidden_wrong_answer_crash_or_flood)
{
    cr_expect(wanted(VERDICT_WRONG_ANSWER, false) && !reason);
    cr_expect(wanted(VERDICT_RUN_ERROR, false) && !reason);
    cr_expect(wanted(VERDICT_OUTPUT_LIMIT, false) && !reason);
    cr_expect(!wanted(VERDICT_TIME_LIMIT, false) && !reason);
    cr_expect(!wanted(VERDICT_MEMORY_LIMIT, false) && !reason);
    cr_expect(!wanted(VERDICT_ACCEPTED, false) && !reason);
    cr_expect(!wanted(VERDICT_NONE, false) && !reason);
    cr_expect(!wanted(VERDICT_JUDGE_ERROR, false) && !reason);
}

Test(counterexample, is_not_wanted_when_a_failed_test_is_shown)
{
    cr_expect(!wanted(VERDICT_WRONG_ANSWER, true) && !reason);
    cr_expect(!wanted(VERDICT_TIME_LIMIT, true) && !reason);
}

Test(counterexample, of_a_kind_without_inputs_of_its_own_there_is_a_reason)
{
    static const unsigned kinds[] = { PACKAGE_INTERACTIVE, PACKAGE_MULTI_PASS,
                                      PACKAGE_SUBMIT_ANSWER };
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        p.package.kinds = kinds[i];
        cr_expect(!wanted(VERDICT_WRONG_ANSWER, false) && reason && reason[0]);
        cr_expect(!wanted(VERDICT_ACCEPTED, false) && !reason);
    }
}

/* ---- the search ---- */

Test(counterexample, is_the_first_trial_that_fails)
{
    try_on("a");
    try_on("left");
    try_on("left too");
    struct counterexample made = found();
    cr_assert(is_on(&made, "left"));
    cr_assert_str_eq(made.not_searched, "");
    cr_assert_eq(made.tried, 2);
    cr_assert_eq(made.result.verdict, VERDICT_WRONG_ANSWER);
    cr_assert(str_is(made.result.output, "left"));
    cr_assert(made.result.difference.known);
}

Test(counterexample, is_none_when_no_trial_fails)
{
    try_on("a");
    try_on("b");
    struct counterexample made = found();
    cr_assert(!made.found);
    cr_assert_str_eq(made.not_searched, "");
    cr_assert_eq(made.tried, 2);
    cr_assert_eq(made.result.verdict, VERDICT_NONE);
}

Test(counterexample, may_be_a_crash_and_keeps_what_was_printed)
{
    try_on("crash");
    struct counterexample made = found();
    cr_assert(is_on(&made, "crash"));
    cr_assert_eq(made.result.verdict, VERDICT_RUN_ERROR);
    cr_assert_str_eq(made.result.cause, "exit status 3: does main return 0?");
    cr_assert(str_is(made.result.output, "half"));
}

Test(counterexample, may_be_an_endless_run_which_is_made_once)
{
    try_on("endless");
    struct counterexample made = found();
    cr_assert(is_on(&made, "endless"));
    cr_assert_eq(made.result.verdict, VERDICT_TIME_LIMIT);
    cr_assert_eq(runs_of_program, 1);
}

Test(counterexample, is_no_invalid_input)
{
    try_on("invalid left");
    try_on("valid left");
    struct counterexample made = found();
    cr_assert(is_on(&made, "valid left"));
    cr_assert_eq(made.tried, 1);
}

Test(counterexample, is_none_where_no_input_validator_was_asked)
{
    built = PROGRAM_NONE;
    try_on("left");
    struct counterexample made = found();
    cr_assert(!made.found);
    cr_assert_eq(made.tried, 0);
}

Test(counterexample, is_no_input_that_the_model_itself_fails_on)
{
    use_output_validator();
    try_on("unfair");
    try_on("left");
    struct counterexample made = found();
    cr_assert(is_on(&made, "left"));
}

/* Reports of the same thing are the same. */
Test(counterexample, is_nothing_that_happens_only_once)
{
    try_on("flaky");
    try_on("left");
    struct counterexample made = found();
    cr_assert(is_on(&made, "left"));
    cr_assert_eq(made.tried, 1);
}

Test(counterexample, is_judged_by_the_validator_unless_the_answer_is_given_again)
{
    use_output_validator();
    try_on("a");     /* "right" is the answer */
    try_on("other"); /* "other" is right too, says the validator */
    struct counterexample made = found();
    cr_assert(!made.found);
    cr_assert_eq(runs_of_output_validator, 1);
}

Test(counterexample, a_run_never_gets_the_answer_and_no_test_of_the_package)
{
    try_on("a");
    try_on("left");
    (void)found();
    for (size_t i = 0; i < fake.record_count; i++) {
        cr_expect(!fake.records[i].input_path);
        cr_expect(!memmem(fake.records[i].input_bytes.at, fake.records[i].input_bytes.length,
                          "hidden", 6));
        cr_expect(fake.records[i].file_count == 0);
    }
}

/* ---- made smaller ---- */

static struct counterexample shrunk(const char *input)
{
    with_model = &model;
    try_on(input);
    return found();
}

Test(counterexample, is_made_smaller_by_leaving_out_lines)
{
    struct counterexample made = shrunk("a\nb\nc\nleft\nd\ne\n");
    cr_assert(is_on(&made, "left\n"));
    cr_assert(str_is(made.found->answer, "right"));
    cr_assert(made.found->like == &p.cases[0]);
    cr_assert_eq(made.tried, 1);
}

Test(counterexample, keeps_the_number_of_lines_in_front_of_them_true)
{
    struct counterexample made = shrunk("4\na\nleft\nb\nc\n");
    cr_assert(is_on(&made, "1\nleft\n"));
}

Test(counterexample, stays_valid_while_it_is_made_smaller)
{
    struct counterexample made = shrunk("head\ninvalid\nleft\n");
    cr_assert(is_on(&made, "head\nleft\n"));
}

Test(counterexample, is_not_made_smaller_to_what_the_model_fails_on)
{
    use_output_validator();
    struct counterexample made = shrunk("left\nbad\n");
    cr_assert(is_on(&made, "left\n"));
    set.count = 0;
    made = shrunk("unfair\nleft\n"); /* "left" alone is fine, and so is what was found */
    cr_assert(is_on(&made, "left\n"));
}

Test(counterexample, that_is_endless_is_not_made_smaller)
{
    struct counterexample made = shrunk("a\nendless\n");
    cr_assert(is_on(&made, "a\nendless\n"));
    cr_assert_eq(runs_of_model, 0);
}

Test(counterexample, is_made_smaller_so_many_times_at_most)
{
    const char *lines = "left\n";
    for (size_t i = 0; i < 800; i++)
        lines = arena_printf(&arena, "%sleft\n", lines);
    (void)shrunk(lines);
    cr_assert_leq(runs_of_model, COUNTEREXAMPLE_SHRINK_MAX);
}

/* ---- the budget ---- */

Test(counterexample, ends_after_so_many_runs)
{
    for (size_t i = 0; i < MANY; i++)
        try_on("a");
    struct counterexample made = found();
    cr_assert_eq(runs_of_program, COUNTEREXAMPLE_RUNS_MAX);
    cr_assert_eq(made.tried, COUNTEREXAMPLE_RUNS_MAX);
    cr_assert_str_eq(made.not_searched, "");
}

Test(counterexample, ends_after_so_many_validations)
{
    use_output_validator();
    for (size_t i = 0; i < MANY; i++)
        try_on("other");
    struct counterexample made = found();
    cr_assert_eq(made.tried, COUNTEREXAMPLE_VALIDATIONS_MAX);
    cr_assert_str_eq(made.not_searched, "");
}

/* How many runs that were depends on the clock, so no number is told. */
Test(counterexample, ends_without_a_result_when_its_runs_take_too_much_time)
{
    for (size_t i = 0; i < 80; i++)
        try_on("heavy");
    try_on("left");
    struct counterexample made = found();
    cr_assert(!made.found);
    cr_assert_str_neq(made.not_searched, "");
    cr_assert_lt(runs_of_program, 80);
}

Test(counterexample, a_run_that_waits_without_end_proves_nothing)
{
    try_on("waits");
    try_on("left");
    struct counterexample made = found();
    cr_assert(!made.found);
    cr_assert_str_neq(made.not_searched, "");
}

Test(counterexample, a_run_that_cannot_be_made_is_an_error_at_every_place)
{
    use_output_validator();
    with_model = &model;
    try_on("left\na\n");
    /* Four sessions; a run with its check, both again, the input validator, the answer's check:
     * six. Smaller: the model and a run on "a"; on "left" the model and the same six. */
    enum { FAULTS = 4 + 6 + 2 + 1 + 6 };
    for (size_t at = 1; at <= FAULTS; at++) {
        struct counterexample made = { .tried = 99 };
        err = (struct err){ 0 };
        fake.calls = 0;
        fake.fail_at = at;
        cr_expect(!search(&made), "%zu", at);
        cr_expect(err.kind == ERR_FAULT && made.tried == 99);
        cr_expect(fake.live == 0);
    }
    fake.calls = 0;
    fake.fail_at = FAULTS + 1;
    struct counterexample made;
    cr_expect(search(&made));
}
