/* counterexample.c - the smallest of some public inputs on which a submission fails. */
#include "grader/judge/counterexample.h"

#include <assert.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/judge/attempt.h"
#include "grader/judge/checkers.h"
#include "grader/judge/near.h"
#include "grader/judge/reduce.h"

enum { RUN_WALL_US = 10 * 1000 * 1000 }; /* a net; the least that judging gives */

static const char cpu_is_spent[] = "its runs on small inputs took too much CPU time";

/* ---- when ---- */

static bool may_be_seen_small(enum verdict verdict)
{
    return verdict == VERDICT_WRONG_ANSWER || verdict == VERDICT_RUN_ERROR ||
           verdict == VERDICT_OUTPUT_LIMIT;
}

static bool has_failed(enum verdict verdict)
{
    return verdict != VERDICT_NONE && verdict != VERDICT_ACCEPTED;
}

static const char *reason_of_kind(unsigned kinds)
{
    if (kinds & PACKAGE_SUBMIT_ANSWER)
        return "answers are judged, not a program";
    if (kinds & PACKAGE_INTERACTIVE)
        return "in an interactive problem the input is a conversation";
    if (kinds & PACKAGE_MULTI_PASS)
        return "in a problem of several passes the input is made while it runs";
    return NULL;
}

bool counterexample_is_wanted(const struct judgement *judgement, const char **out_reason)
{
    bool is_wanted = false;
    *out_reason = NULL;
    if (judgement->verdict == VERDICT_JUDGE_ERROR)
        return false;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *result = &judgement->cases[i];
        if (has_failed(result->verdict) && result->test->full_feedback)
            return false;
        is_wanted |= may_be_seen_small(result->verdict);
    }
    *out_reason = is_wanted ? reason_of_kind(judgement->package->kinds) : NULL;
    return is_wanted && !*out_reason;
}

/* ---- the search ---- */

struct search {
    const struct counterexample_request *request;
    struct bench bench;
    struct input_checker inputs;
    size_t runs, validations;
    uint64_t cpu_us;
    struct run_session *model; /* of the model solution; NULL: not started */
    bool is_cut_short; /* a run was ended by our own net: nobody knows what it would have done */
    struct counterexample made;
};

static bool run_trial(struct search *search, const struct trial *trial, struct case_result *out,
                      struct err *err)
{
    struct attempt attempt;
    bool was_asked;
    if (!attempt_made(&search->bench, trial->like, trial->input, trial->answer, &attempt,
                      &was_asked, err))
        return false;
    *out = attempt.result;
    search->runs++;
    search->validations += was_asked;
    search->cpu_us += out->cpu_us;
    search->is_cut_short |=
        out->verdict == VERDICT_TIME_LIMIT && out->cpu_us <= search->request->time_limit_us;
    return true;
}

static bool is_failure(const struct case_result *result)
{
    return has_failed(result->verdict) && result->verdict != VERDICT_JUDGE_ERROR;
}

/* ---- is it one? ---- */

static bool is_same(const struct case_result *a, const struct case_result *b)
{
    return a->verdict == b->verdict && a->output_bytes == b->output_bytes &&
           str_equal(a->output, b->output) && strcmp(a->cause, b->cause) == 0;
}

/* A program that does something else each time would make another report each time. One that runs
 * into the time limit has taken enough of it already. */
static bool happens_again(struct search *search, const struct trial *trial,
                          const struct case_result *result, bool *out_again, struct err *err)
{
    struct case_result second;
    *out_again = result->verdict == VERDICT_TIME_LIMIT;
    if (*out_again)
        return true;
    if (!run_trial(search, trial, &second, err))
        return false;
    *out_again = is_same(result, &second);
    return true;
}

static bool is_valid(struct search *search, const struct trial *trial, bool *out_valid,
                     struct err *err)
{
    const struct input_sample sample = input_sample_of(trial->like, trial->input);
    struct input_check check;
    search->validations++;
    if (!input_checker_check(&search->inputs, &sample, search->bench.arena, &check, err))
        return false;
    *out_valid = check.is_valid && check.ran > 0;
    return true;
}

/* The validators may still refuse the model solution's answer. */
static bool is_answered(struct search *search, const struct trial *trial, bool *out_answered,
                        struct err *err)
{
    const struct check_request request = { .package = search->request->package,
                                           .test = trial->like,
                                           .validators = search->bench.validators,
                                           .validator_count = search->bench.validator_count,
                                           .next_input = trial->input,
                                           .made_answer = trial->answer,
                                           .output = trial->answer };
    struct check_result checked;
    search->validations++;
    if (!check_output_of(&request, search->bench.arena, &checked, err))
        return false;
    *out_answered = checked.validation.verdict == VERDICT_ACCEPTED;
    return true;
}

static bool is_good(struct search *search, const struct trial *trial,
                    const struct case_result *result, bool *out_good, struct err *err)
{
    return happens_again(search, trial, result, out_good, err) &&
           (!*out_good || is_valid(search, trial, out_good, err)) &&
           (!*out_good || is_answered(search, trial, out_good, err));
}

/* ---- one after the other ---- */

static bool try_trial(struct search *search, const struct trial *trial, struct err *err)
{
    struct case_result result;
    bool good = false;
    if (!run_trial(search, trial, &result, err))
        return false;
    bool failed = is_failure(&result);
    if (failed && !search->is_cut_short && !is_good(search, trial, &result, &good, err))
        return false;
    search->made.tried += good || !failed;
    if (good) {
        search->made.found = trial;
        search->made.result = result;
    }
    return true;
}

static bool is_spent(const struct search *search)
{
    return search->runs >= COUNTEREXAMPLE_RUNS_MAX ||
           search->validations >= COUNTEREXAMPLE_VALIDATIONS_MAX;
}

static bool try_all(struct search *search, struct err *err)
{
    const struct trial_set *trials = search->request->trials;
    for (size_t i = 0; i < trials->count && !search->made.found && !is_spent(search); i++) {
        if (!try_trial(search, &trials->trials[i], err))
            return false;
        bool is_over = search->is_cut_short || search->cpu_us > COUNTEREXAMPLE_CPU_US_MAX;
        if (is_over && !search->made.found) {
            search->made.not_searched = cpu_is_spent;
            return true;
        }
    }
    return true;
}

/* ---- made smaller ---- */

/* What the model solution prints becomes the answer; *out_answered: it ended well. */
static bool answer_by_model(struct search *search, struct trial *trial, bool *out_answered,
                            struct err *err)
{
    SCOPED_FD input = -1;
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    struct arena *arena = search->bench.arena;
    if (!memory_file("input", trial->input.at, trial->input.length, &input, err))
        return false;
    const struct run_request run = {
        .argv = tool_argv(arena, search->request->model, NULL, 0, trial->like->args), .input = input
    };
    if (!runner_run(search->bench.runner, search->model, &run, &outcome, err))
        return err_wrap(err, "cannot run the model solution");
    *out_answered =
        outcome.verdict == VERDICT_ACCEPTED && outcome.output.length <= COUNTEREXAMPLE_ANSWER_MAX;
    search->cpu_us += outcome.cpu_us;
    trial->answer = (struct str){ arena_memdup(arena, outcome.output.at ? outcome.output.at : "",
                                               outcome.output.length),
                                  outcome.output.length };
    return true;
}

/* Takes the smaller input when it is a counter-example too. */
static bool take_smaller(struct search *search, struct str input, bool *out_taken, struct err *err)
{
    struct trial *trial = ARENA_NEW(search->bench.arena, struct trial);
    struct case_result result;
    *trial = (struct trial){ .like = search->made.found->like, .input = input };
    if (!answer_by_model(search, trial, out_taken, err) ||
        (*out_taken && !run_trial(search, trial, &result, err)))
        return false;
    *out_taken = *out_taken && is_failure(&result) && result.verdict != VERDICT_TIME_LIMIT;
    if (*out_taken && !is_good(search, trial, &result, out_taken, err))
        return false;
    if (*out_taken) {
        search->made.found = trial;
        search->made.result = result;
    }
    return true;
}

static bool may_go_on(const struct search *search, size_t tries)
{
    return tries < COUNTEREXAMPLE_SHRINK_MAX &&
           search->validations < 2 * COUNTEREXAMPLE_VALIDATIONS_MAX &&
           search->cpu_us <= COUNTEREXAMPLE_CPU_US_MAX;
}

/* Halves, then quarters and so on are left out, down to single parts (after A. Zeller, R.
 * Hildebrandt: Simplifying and isolating failure-inducing input, 2002; complements alone). */
static bool leave_out(struct search *search, struct err *err)
{
    struct arena *arena = search->bench.arena;
    struct reducible whole;
    size_t tries = 0;
    reduce_split(search->made.found->input, arena, &whole);
    for (size_t chunk = whole.count / 2; chunk > 0; chunk /= 2)
        for (size_t from = 0; from < whole.count && may_go_on(search, tries); tries++) {
            size_t count = chunk < whole.count - from ? chunk : whole.count - from;
            struct str smaller = reduce_without(&whole, from, count, arena);
            bool is_taken = false;
            if (!take_smaller(search, smaller, &is_taken, err))
                return false;
            if (is_taken)
                reduce_split(search->made.found->input, arena, &whole);
            else
                from += count;
        }
    return true;
}

/* A shrinking that the net ends would end elsewhere next time: all of it or none. */
static bool shrink(struct search *search, struct err *err)
{
    const struct counterexample_request *request = search->request;
    const struct counterexample before = search->made;
    if (!before.found || !request->model || before.result.verdict == VERDICT_TIME_LIMIT)
        return true;
    const struct run_program program = attempt_program(request->package, request->model,
                                                       COUNTEREXAMPLE_RUN_CPU_US_MAX, RUN_WALL_US);
    if (!runner_open(search->bench.runner, &program, &search->model, err))
        return false;
    bool good = leave_out(search, err);
    runner_close(search->bench.runner, search->model);
    if (search->cpu_us > COUNTEREXAMPLE_CPU_US_MAX || search->is_cut_short)
        search->made = before;
    return good;
}

static bool search_in_session(struct search *search, struct runner *runner, struct err *err)
{
    const struct counterexample_request *request = search->request;
    uint64_t kill_us = near_kill_us(request->time_limit_us);
    kill_us = kill_us < COUNTEREXAMPLE_RUN_CPU_US_MAX ? kill_us : COUNTEREXAMPLE_RUN_CPU_US_MAX;
    const struct run_program program =
        attempt_program(request->package, request->program, kill_us, RUN_WALL_US);
    if (!runner_open(runner, &program, &search->bench.session, err))
        return false;
    bool good = try_all(search, err) && shrink(search, err);
    runner_close(runner, search->bench.session);
    return good;
}

bool counterexample_search(struct runner *runner, const struct counterexample_request *request,
                           struct arena *arena, struct counterexample *out, struct err *err)
{
    assert(runner && request && request->program && request->trials && arena && out);
    assert(request->time_limit_us > 0);
    struct output_checker checker = { 0 };
    struct search search = { .request = request,
                             .bench = { .runner = runner,
                                        .program = request->program,
                                        .package = request->package,
                                        .time_limit_us = request->time_limit_us,
                                        .arena = arena },
                             .made = { .not_searched = "" } };
    if (!output_checker_open(&checker, runner, request->package, request->tools, arena, err))
        return false;
    search.bench.validators = checker.validators;
    search.bench.validator_count = checker.count;
    bool is_open =
        input_checker_open(&search.inputs, runner, request->package, request->tools, arena, err);
    bool good = is_open && search_in_session(&search, runner, err);
    if (is_open)
        input_checker_close(&search.inputs);
    output_checker_close(&checker);
    if (good)
        *out = search.made;
    return good;
}
