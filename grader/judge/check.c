/* check.c - an output is right or wrong. */
#include "grader/judge/check.h"

#include <assert.h>
#include <string.h>

#include "grader/judge/compare.h"
#include "grader/judge/mapped.h"
#include "grader/text/plain.h"

/* Bytes that are there already, or those of the file. */
static bool open_bytes(struct str made, const char *path, struct mapped *file, struct str *out,
                       struct err *err)
{
    *out = made;
    if (made.at)
        return true;
    if (!mapped_open(path, file, err))
        return false;
    *out = file->bytes;
    return true;
}

static bool check_by_default(const struct check_request *request, struct arena *arena,
                             struct check_result *out, struct err *err)
{
    struct err bad_args = { 0 };
    struct compare_options options;
    out->validation = (struct validation){ .verdict = VERDICT_JUDGE_ERROR, .cause = "" };
    enum compare_dialect dialect =
        request->package->grading == PACKAGE_GRADING_GRADERS ? COMPARE_LEGACY : COMPARE_2025_09;
    if (!compare_options_parse(request->test->output_validator_args, dialect, &options,
                               &bad_args)) {
        out->validation.cause = arena_strdup(arena, bad_args.text);
        return true;
    }
    SCOPED_MAPPED file = { 0 };
    struct str answer;
    if (!open_bytes(request->made_answer, request->test->answer_path, &file, &answer, err))
        return false;
    struct comparison comparison;
    compare(answer, request->output, &options, &comparison);
    out->white_space_differs = comparison.white_space_differs;
    out->difference = comparison.difference;
    out->validation.verdict = comparison.accepted ? VERDICT_ACCEPTED : VERDICT_WRONG_ANSWER;
    if (!comparison.accepted)
        out->validation.feedback.judge_message =
            plain_text(arena, str_of(comparison.message), COMPARE_MESSAGE_MAX);
    return true;
}

/* ---- the package's own ---- */

static unsigned line_at(struct str text, uint64_t offset)
{
    unsigned line = 1;
    for (uint64_t i = 0; i < offset && i < text.length; i++)
        line += text.at[i] == '\n';
    return line;
}

/* The place that a validator names counts as far as it lies in both texts. */
static void take_position(const struct feedback *feedback, struct str answer, struct str output,
                          struct difference *out)
{
    bool is_inside = feedback->has_position && feedback->answer_position <= answer.length &&
                     feedback->output_position <= output.length;
    if (is_inside)
        *out = (struct difference){
            .known = true,
            .output_offset = feedback->output_position,
            .answer_offset = feedback->answer_position,
            .output_line = line_at(output, feedback->output_position),
            .answer_line = line_at(answer, feedback->answer_position),
        };
}

static int weight(enum verdict verdict)
{
    return verdict == VERDICT_JUDGE_ERROR ? 2 : verdict == VERDICT_WRONG_ANSWER ? 1 : 0;
}

static void merge(const struct validation *given, bool is_first, struct validation *sum)
{
    struct str score = sum->feedback.score, multiplier = sum->feedback.score_multiplier;
    bool has_score = !is_first && (score.at || multiplier.at);
    if (is_first || weight(given->verdict) > weight(sum->verdict))
        *sum = *given;
    else if (!sum->feedback.judge_message)
        sum->feedback.judge_message = given->feedback.judge_message;
    if (has_score) {
        sum->feedback.score = score;
        sum->feedback.score_multiplier = multiplier;
    } else if (!sum->feedback.score.at && !sum->feedback.score_multiplier.at) {
        sum->feedback.score = given->feedback.score;
        sum->feedback.score_multiplier = given->feedback.score_multiplier;
    }
}

static bool is_asked(const struct check_request *request, size_t i)
{
    const struct package_program *only = request->test->only_output_validator;
    return !only || only == &request->package->output_validators[i];
}

static bool check_by_validators(const struct check_request *request, struct arena *arena,
                                struct check_result *out, struct err *err)
{
    SCOPED_MAPPED input_file = { 0 };
    SCOPED_MAPPED answer_file = { 0 };
    struct str input, answer;
    if (!open_bytes(request->next_input, request->test->input_path, &input_file, &input, err) ||
        !open_bytes(request->made_answer, request->test->answer_path, &answer_file, &answer, err))
        return false;
    const struct validator_case test = {
        .input = input,
        .answer = answer,
        .output = request->output,
        .args = request->test->output_validator_args,
        .kept = request->kept,
    };
    bool is_first = true;
    for (size_t i = 0; i < request->validator_count; i++) {
        struct validation given;
        if (!is_asked(request, i))
            continue;
        if (!validator_judge(&request->validators[i], &test, arena, &given, err))
            return false;
        merge(&given, is_first, &out->validation);
        is_first = false;
    }
    assert(!is_first);
    if (out->validation.verdict == VERDICT_WRONG_ANSWER)
        take_position(&out->validation.feedback, answer, request->output, &out->difference);
    return true;
}

bool check_output_of(const struct check_request *request, struct arena *arena,
                     struct check_result *out, struct err *err)
{
    assert(request && request->package && request->test && arena && out);
    struct check_result made = { .validation = { .cause = "" } };
    bool checked = request->validator_count > 0 ? check_by_validators(request, arena, &made, err)
                                                : check_by_default(request, arena, &made, err);
    if (checked)
        *out = made;
    return checked;
}
