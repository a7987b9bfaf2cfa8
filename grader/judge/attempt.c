/* attempt.c - one attempt of a submission at one case. */
#include "grader/judge/attempt.h"

#include <assert.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/judge/check.h"
#include "grader/judge/compare.h"
#include "grader/judge/mapped.h"

enum { CASE_FILES_BYTES_MAX = 256 * 1024 * 1024 };
enum { TOOL_PROCESSES = 16 }; /* of a submission that needs an interpreter */

/* One pass: its input is the case's own file, or what the validator wrote for it, or made. */
struct pass {
    const struct bench *bench;
    const struct test_case *test;
    struct str next_input;  /* at NULL: the case's own */
    struct str made_answer; /* likewise */
    struct str kept;        /* of the validator, from the pass before */
    struct attempt *made;
    bool was_asked; /* the validators */
};

/* ---- the program ---- */

/* Causes hold no figures that were measured: the same submission gets the same words. */
static void read_outcome(const struct bench *bench, const struct run_outcome *outcome,
                         struct case_result *out)
{
    bool ended = outcome->verdict == VERDICT_ACCEPTED || outcome->verdict == VERDICT_RUN_ERROR;
    bool is_over = outcome->cpu_us > bench->time_limit_us;
    out->verdict = ended && is_over ? VERDICT_TIME_LIMIT : outcome->verdict;
    out->is_cut_off = outcome->verdict == VERDICT_TIME_LIMIT;
    if (out->verdict == VERDICT_TIME_LIMIT && is_over)
        out->cause = "it needs more CPU time than the limit allows";
    else if (out->verdict == VERDICT_RUN_ERROR && outcome->exit_code > 0)
        out->cause =
            arena_printf(bench->arena, "exit status %d: does main return 0?", outcome->exit_code);
    else
        out->cause = arena_strdup(bench->arena, outcome->cause);
    out->output_bytes = outcome->output.length + outcome->errors.length;
}

/* The figures of the pass that needed most: limits hold for each pass by itself. */
static void take_figures(const struct run_outcome *outcome, struct case_result *out)
{
    if (outcome->cpu_us > out->cpu_us)
        out->cpu_us = outcome->cpu_us;
    if (outcome->wall_us > out->wall_us)
        out->wall_us = outcome->wall_us;
    if (outcome->memory_bytes > out->memory_bytes)
        out->memory_bytes = outcome->memory_bytes;
}

static bool load_files(const struct bench *bench, const struct test_case *test,
                       struct source_file **out, struct err *err)
{
    struct source_file *files = ARENA_ARRAY(bench->arena, test->file_count, struct source_file);
    for (size_t i = 0; i < test->file_count; i++) {
        files[i].path = test->files[i].name;
        if (!file_read(test->files[i].path, CASE_FILES_BYTES_MAX, bench->arena, &files[i].bytes,
                       err))
            return false;
    }
    *out = files;
    return true;
}

static bool request_of(const struct pass *pass, struct run_request *out, struct err *err)
{
    const struct bench *bench = pass->bench;
    struct source_file *files;
    if (!load_files(bench, pass->test, &files, err))
        return false;
    *out = (struct run_request){
        .argv = tool_argv(bench->arena, bench->program, NULL, 0, pass->test->args),
        .input = -1,
        .files = files,
        .file_count = pass->test->file_count,
    };
    return true;
}

static void keep_evidence(const struct bench *bench, struct str output, struct case_result *out)
{
    out->output_is_cut = output.length > EVIDENCE_MAX;
    size_t kept = out->output_is_cut ? EVIDENCE_MAX : output.length;
    out->output = (struct str){ arena_memdup(bench->arena, output.at, kept), kept };
}

/* ---- the check ---- */

static void take_validation(const struct validation *given, struct str output, bool was_heard,
                            struct case_result *out)
{
    out->verdict = given->verdict;
    out->judge_message = given->feedback.judge_message;
    out->team_message = given->feedback.team_message;
    out->judge_image = given->feedback.judge_image;
    out->team_image = given->feedback.team_image;
    if (given->verdict == VERDICT_WRONG_ANSWER)
        out->cause = was_heard            ? "the validator rejects the conversation"
                     : output.length == 0 ? "the program printed nothing"
                                          : "the output is not the right one";
    else if (given->verdict == VERDICT_JUDGE_ERROR)
        out->cause = given->cause;
    else
        out->cause = "";
}

/*
 * The answer to a made input is the model solution's output: one with the same words is as right as
 * that, and nobody needs to be asked. (A validator that minds white space might refuse it; then so
 * it does at every test.)
 */
static bool is_answer_again(const struct pass *pass, struct str output)
{
    static const struct compare_options same_words = { .case_sensitive = true,
                                                       .absolute_tolerance = -1,
                                                       .relative_tolerance = -1 };
    struct comparison comparison;
    if (!pass->made_answer.at || pass->bench->validator_count == 0)
        return false;
    compare(pass->made_answer, output, &same_words, &comparison);
    return comparison.accepted;
}

static bool check_output(struct pass *pass, struct str output, struct err *err)
{
    const struct bench *bench = pass->bench;
    if (is_answer_again(pass, output))
        return true;
    pass->was_asked = bench->validator_count > 0;
    const struct check_request request = { .package = bench->package,
                                           .test = pass->test,
                                           .validators = bench->validators,
                                           .validator_count = bench->validator_count,
                                           .next_input = pass->next_input,
                                           .made_answer = pass->made_answer,
                                           .kept = pass->kept,
                                           .output = output };
    struct check_result checked;
    if (!check_output_of(&request, bench->arena, &checked, err))
        return false;
    pass->made->given = checked.validation;
    pass->made->result.white_space_differs |= checked.white_space_differs;
    pass->made->result.difference = checked.difference;
    take_validation(&checked.validation, output, false, &pass->made->result);
    return true;
}

/* ---- one pass ---- */

static bool run_alone(const struct pass *pass, struct run_outcome *outcome, struct err *err)
{
    const struct bench *bench = pass->bench;
    SCOPED_FD input = -1;
    struct run_request request;
    if (!request_of(pass, &request, err))
        return false;
    request.input_path = pass->test->input_path;
    if (pass->next_input.at) {
        if (!memory_file("input", pass->next_input.at, pass->next_input.length, &input, err))
            return false;
        request.input_path = NULL;
        request.input = input;
    }
    return runner_run(bench->runner, bench->session, &request, outcome, err);
}

static bool batch_pass(struct pass *pass, struct err *err)
{
    struct case_result *result = &pass->made->result;
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!run_alone(pass, &outcome, err))
        return false;
    read_outcome(pass->bench, &outcome, result);
    take_figures(&outcome, result);
    if (result->verdict == VERDICT_ACCEPTED && !check_output(pass, outcome.output, err))
        return false;
    if (result->verdict != VERDICT_ACCEPTED)
        keep_evidence(pass->bench, outcome.output, result);
    return true;
}

/* The order of judging; the header says it. */
static void judge_pair(const struct pass *pass, const struct run_outcome *program,
                       bool validator_ended_first)
{
    const struct validation *given = &pass->made->given;
    struct case_result *result = &pass->made->result;
    read_outcome(pass->bench, program, result);
    take_figures(program, result);
    bool decides = given->verdict == VERDICT_JUDGE_ERROR ||
                   (given->verdict == VERDICT_WRONG_ANSWER && validator_ended_first) ||
                   result->verdict == VERDICT_ACCEPTED;
    if (decides) {
        result->is_cut_off = false;
        take_validation(given, program->output, true, result);
        return;
    }
    result->judge_message = given->feedback.judge_message;
}

static bool talk(const struct pass *pass, struct run_outcome *program, struct run_outcome *judge,
                 bool *out_validator_first, struct err *err)
{
    const struct bench *bench = pass->bench;
    const struct validator *validator = &bench->validators[0];
    SCOPED_MAPPED input = { 0 };
    SCOPED_MAPPED answer = { 0 };
    struct run_request request;
    if (!mapped_open(pass->test->input_path, &input, err) ||
        !mapped_open(pass->test->answer_path, &answer, err) || !request_of(pass, &request, err))
        return false;
    const struct validator_case heard = {
        .input = pass->next_input.at ? pass->next_input : input.bytes,
        .answer = answer.bytes,
        .args = pass->test->output_validator_args,
        .kept = pass->kept,
    };
    const struct run_request judging = validator_request(validator, &heard, bench->arena);
    const struct run_side sides[] = { { bench->session, &request, program },
                                      { validator->tool.session, &judging, judge } };
    return runner_run_pair(bench->runner, &sides[0], &sides[1], out_validator_first, err);
}

static bool interactive_pass(const struct pass *pass, struct err *err)
{
    const struct bench *bench = pass->bench;
    SCOPED(run_outcome_release) struct run_outcome program = { 0 };
    SCOPED(run_outcome_release) struct run_outcome judge = { 0 };
    bool validator_first;
    if (!talk(pass, &program, &judge, &validator_first, err) ||
        !validator_read(&bench->validators[0], &judge, bench->arena, &pass->made->given, err))
        return false;
    judge_pair(pass, &program, validator_first);
    if (pass->made->result.verdict != VERDICT_ACCEPTED)
        keep_evidence(bench, program.output, &pass->made->result);
    return true;
}

/* ---- all passes ---- */

/* "It is a judge error to run more passes than specified by limits.validation_passes". */
static void end_of_passes(const struct pass *pass)
{
    struct case_result *result = &pass->made->result;
    result->verdict = VERDICT_JUDGE_ERROR;
    result->cause = arena_printf(
        pass->bench->arena,
        "the output validator asks for more passes than the %u of limits.validation_passes",
        pass->bench->package->limits.validation_passes);
}

static bool run_passes(struct pass *pass, struct err *err)
{
    const struct package *package = pass->bench->package;
    bool is_interactive = package->kinds & PACKAGE_INTERACTIVE;
    bool is_multi_pass = package->kinds & PACKAGE_MULTI_PASS;
    struct case_result *result = &pass->made->result;
    for (;;) {
        result->passes++;
        pass->made->given = (struct validation){ .cause = "" };
        if (!(is_interactive ? interactive_pass(pass, err) : batch_pass(pass, err)))
            return false;
        const struct feedback *feedback = &pass->made->given.feedback;
        if (!is_multi_pass || result->verdict != VERDICT_ACCEPTED || !feedback->next_pass.at)
            return true;
        if (result->passes >= package->limits.validation_passes) {
            end_of_passes(pass);
            return true;
        }
        pass->next_input = feedback->next_pass;
        pass->kept = feedback->kept;
    }
}

/* ---- answers instead of a program ---- */

static const char *last_part(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static const struct source_file *find_answer(const struct source_set *answers, const char *name)
{
    static const char *const endings[] = { "ans", "out" };
    const char *const stems[] = { name, last_part(name) };
    for (size_t s = 0; s < COUNT_OF(stems); s++)
        for (size_t e = 0; e < COUNT_OF(endings); e++)
            for (size_t i = 0; i < answers->count; i++) {
                const char *path = answers->files[i].path;
                size_t stem = strlen(stems[s]);
                if (strncmp(path, stems[s], stem) == 0 && path[stem] == '.' &&
                    strcmp(path + stem + 1, endings[e]) == 0)
                    return &answers->files[i];
            }
    return NULL;
}

static bool check_answer(struct pass *pass, struct err *err)
{
    const struct bench *bench = pass->bench;
    struct case_result *result = &pass->made->result;
    const struct source_file *file = find_answer(bench->answers, pass->test->name);
    pass->made->given = (struct validation){ .verdict = VERDICT_WRONG_ANSWER, .cause = "" };
    result->passes = 1;
    result->verdict = VERDICT_WRONG_ANSWER;
    result->cause = "there is no answer to this test";
    if (!file)
        return true;
    result->output_bytes = file->bytes.length;
    if (!check_output(pass, file->bytes, err))
        return false;
    if (result->verdict != VERDICT_ACCEPTED)
        keep_evidence(bench, file->bytes, result);
    return true;
}

bool attempt_case(const struct bench *bench, const struct test_case *test, struct attempt *out,
                  struct err *err)
{
    assert(bench && (bench->session || bench->answers) && test && out && err);
    struct attempt made = { .result = { .test = test, .cause = "", .repeats = 1 } };
    struct pass pass = { .bench = bench, .test = test, .made = &made };
    if (!(bench->answers ? check_answer(&pass, err) : run_passes(&pass, err)))
        return false;
    *out = made;
    return true;
}

bool attempt_made(const struct bench *bench, const struct test_case *like, struct str input,
                  struct str answer, struct attempt *out, bool *out_asked, struct err *err)
{
    assert(bench && bench->session && like && input.at && answer.at && out && err);
    assert(!(bench->package->kinds & (PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS)));
    struct attempt made = { .result = { .test = like, .cause = "", .repeats = 1 } };
    struct pass pass = {
        .bench = bench, .test = like, .next_input = input, .made_answer = answer, .made = &made
    };
    if (!run_passes(&pass, err))
        return false;
    *out = made;
    *out_asked = pass.was_asked;
    return true;
}

struct run_program attempt_program(const struct package *package, const struct program *program,
                                   uint64_t cpu_us, uint64_t wall_us)
{
    return (struct run_program){
        .name = package->id,
        .profile = program->is_tool ? RUN_TOOL : RUN_PROGRAM,
        .limits = { .cpu_us = cpu_us,
                    .wall_us = wall_us,
                    .memory_bytes = package->limits.memory_bytes,
                    .output_bytes = package->limits.output_bytes,
                    .processes = program->executable < 0 ? TOOL_PROCESSES : 1 },
        .executable = program->executable,
        .has_starter = program->has_starter,
        .files = program->is_tool ? program->files : NULL,
        .file_count = program->is_tool ? program->file_count : 0,
    };
}
