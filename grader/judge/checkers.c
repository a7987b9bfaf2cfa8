/* checkers.c - the package's validators by themselves. */
#include "grader/judge/checkers.h"

#include <assert.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/text/plain.h"

enum { EXIT_VALID = 42, MESSAGE_MAX = 1000, CASE_FILE_MAX = 256 * 1024 * 1024 };

/* ---- input validators ---- */

static size_t validator_count(const struct package *package, const struct package_tools *tools)
{
    size_t built = tools->input_validator_count, listed = package->input_validator_count;
    return built < listed ? built : listed;
}

bool input_checker_open(struct input_checker *checker, struct runner *runner,
                        const struct package *package, const struct package_tools *tools,
                        struct arena *arena, struct err *err)
{
    assert(checker && runner && package && tools && arena);
    *checker = (struct input_checker){ .runner = runner, .package = package };
    checker->tools = ARENA_ARRAY(arena, package->input_validator_count, struct tool);
    for (size_t i = 0; i < validator_count(package, tools); i++) {
        const struct program *program = &tools->input_validators[i];
        if (program_is_there(program) &&
            !tool_open(&checker->tools[i], runner, program, "input validator",
                       tool_limits(&package->limits, 0), err)) {
            input_checker_close(checker);
            return err_wrap(err, "input validator '%s'", package->input_validators[i].place);
        }
    }
    return true;
}

void input_checker_close(struct input_checker *checker)
{
    for (size_t i = 0; checker->tools && i < checker->package->input_validator_count; i++)
        tool_close(&checker->tools[i]);
    checker->tools = NULL;
}

struct input_sample input_sample_of(const struct test_case *test, struct str bytes)
{
    return (struct input_sample){ .bytes = bytes,
                                  .validator_args = test->input_validator_args,
                                  .args = test->args,
                                  .files = test->files,
                                  .file_count = test->file_count };
}

/* "input_validator_args followed by the args of the testcase being validated". */
static struct word_list joined(struct word_list first, struct word_list second, struct arena *arena)
{
    struct word_list both = { ARENA_ARRAY(arena, first.count + second.count, const char *), 0 };
    for (size_t i = 0; i < first.count; i++)
        both.words[both.count++] = first.words[i];
    for (size_t i = 0; i < second.count; i++)
        both.words[both.count++] = second.words[i];
    return both;
}

static bool load_files(const struct input_sample *sample, struct arena *arena,
                       struct source_file **out, struct err *err)
{
    struct source_file *files = ARENA_ARRAY(arena, sample->file_count, struct source_file);
    for (size_t i = 0; i < sample->file_count; i++) {
        files[i].path = sample->files[i].name;
        if (!file_read(sample->files[i].path, CASE_FILE_MAX, arena, &files[i].bytes, err))
            return false;
    }
    *out = files;
    return true;
}

/* The last lines of what it said, standard error before standard output. */
static const char *message_of(const struct run_outcome *outcome, struct arena *arena)
{
    struct str said = outcome->errors.length > 0 ? outcome->errors : outcome->output;
    while (said.length > 0 && strchr(" \n\r\t", said.at[said.length - 1]))
        said.length--;
    if (said.length > MESSAGE_MAX)
        said = (struct str){ said.at + said.length - MESSAGE_MAX, MESSAGE_MAX };
    return plain_text(arena, said, MESSAGE_MAX);
}

static void read_outcome(const struct run_outcome *outcome, const char *validator,
                         struct arena *arena, struct input_check *out)
{
    bool ended = outcome->exit_code >= 0;
    out->ran++;
    if (!out->is_valid || (ended && outcome->exit_code == EXIT_VALID))
        return;
    out->is_valid = false;
    out->validator = validator;
    out->is_broken = !ended || outcome->exit_code == 0 || outcome->exit_code >= 126;
    out->cause = ended             ? arena_printf(arena, "exit status %d", outcome->exit_code)
                 : *outcome->cause ? arena_strdup(arena, outcome->cause)
                                   : verdict_phrase(outcome->verdict);
    out->message = message_of(outcome, arena);
}

bool input_checker_check(struct input_checker *checker, const struct input_sample *sample,
                         struct arena *arena, struct input_check *out, struct err *err)
{
    assert(checker && checker->tools && sample && arena && out);
    struct input_check made = { .is_valid = true, .validator = "", .cause = "", .message = "" };
    struct source_file *files;
    SCOPED_FD input = -1;
    if (!load_files(sample, arena, &files, err) ||
        !memory_file("input", sample->bytes.at, sample->bytes.length, &input, err))
        return false;
    for (size_t i = 0; i < checker->package->input_validator_count; i++) {
        struct tool *tool = &checker->tools[i];
        struct word_list none = { NULL, 0 };
        if (!tool->session)
            continue;
        const struct run_request request = {
            .argv = tool_argv(arena, tool->program, NULL, 0,
                              joined(sample->validator_args ? sample->validator_args[i] : none,
                                     sample->args, arena)),
            .input = input,
            .files = files,
            .file_count = sample->file_count,
        };
        SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
        if (!runner_run(tool->runner, tool->session, &request, &outcome, err))
            return err_wrap(err, "cannot run an input validator");
        read_outcome(&outcome, checker->package->input_validators[i].sources.name, arena, &made);
    }
    *out = made;
    return true;
}

/* ---- output validators ---- */

bool output_checker_open(struct output_checker *checker, struct runner *runner,
                         const struct package *package, const struct package_tools *tools,
                         struct arena *arena, struct err *err)
{
    assert(checker && runner && package && arena);
    struct output_checker made = { .package = package };
    made.validators = ARENA_ARRAY(arena, package->output_validator_count, struct validator);
    for (; made.count < package->output_validator_count; made.count++) {
        assert(tools && made.count < tools->output_validator_count);
        if (!validator_open(&made.validators[made.count], runner,
                            &tools->output_validators[made.count], "output validator",
                            package->kinds & PACKAGE_MULTI_PASS, tool_limits(&package->limits, 0),
                            arena, err)) {
            output_checker_close(&made);
            return err_wrap(err, "output validator '%s'",
                            package->output_validators[made.count].place);
        }
    }
    *checker = made;
    return true;
}

bool output_checker_check(struct output_checker *checker, const struct test_case *test,
                          struct str output, struct arena *arena, struct check_result *out,
                          struct err *err)
{
    const struct check_request request = { .package = checker->package,
                                           .test = test,
                                           .validators = checker->validators,
                                           .validator_count = checker->count,
                                           .output = output };
    return check_output_of(&request, arena, out, err);
}

void output_checker_close(struct output_checker *checker)
{
    for (size_t i = 0; i < checker->count; i++)
        validator_close(&checker->validators[i]);
    checker->count = 0;
}
