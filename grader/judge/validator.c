/* validator.c - a package's own output validator. */
#include "grader/judge/validator.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"

enum { EXIT_ACCEPTED = 42, EXIT_WRONG = 43, EXIT_OF_SIGNAL = 128, EXECUTABLE_MAX = 256 << 20 };

#define INPUT     ".judge/case.in"
#define ANSWER    ".judge/case.ans"
#define BEFORE    ".judge/before.tar"
#define VALIDATOR ".judge/validator"

static_assert(FEEDBACK_COUNT <= (int)RUN_COLLECT_MAX, "the port brings back no more");

/*
 * "All other files inside the feedback directory are guaranteed to persist between passes." They go
 * through an archive that is written and read in the box only: whatever lies in it, no program of
 * ours looks at it.
 */
static const char keep_folder[] =
    "top=$PWD\n"
    "if [ -e " BEFORE " ]; then\n"
    "    tar --no-same-owner -C " FEEDBACK_FOLDER " -xf " BEFORE " && rm " BEFORE " || exit 1\n"
    "fi\n"
    "\"$@\"\n"
    "code=$?\n"
    "cd " FEEDBACK_FOLDER " 2>/dev/null &&\n"
    "    find . -mindepth 1 -maxdepth 1 ! -name nextpass.in ! -name .keep -print0 |\n"
    "    tar --null -T - -cf \"$top/" FEEDBACK_KEPT "\"\n"
    "exit $code\n";

/* ---- opening ---- */

static bool lay_executable(int executable, struct source_file *out, struct arena *arena,
                           struct err *err)
{
    out->path = VALIDATOR;
    if (lseek(executable, 0, SEEK_SET) != 0)
        return err_sys(err, ERR_FAULT, "cannot read a built validator");
    return fd_read_all(executable, EXECUTABLE_MAX, arena, &out->bytes, err);
}

/* The same program, started by a shell that keeps its folder. */
static bool wrap(const struct program *program, struct arena *arena, struct program *out,
                 struct err *err)
{
    static const char *const front[] = { "/bin/sh", "-c", keep_folder, "sh" };
    bool is_laid = program->executable >= 0;
    struct source_file *files = ARENA_ARRAY(arena, program->file_count + 1, struct source_file);
    const char **words = ARENA_ARRAY(arena, COUNT_OF(front) + program->words.count, const char *);
    *out = PROGRAM_NONE;
    for (size_t i = 0; i < program->file_count; i++)
        files[out->file_count++] = program->files[i];
    if (is_laid && !lay_executable(program->executable, &files[out->file_count++], arena, err))
        return false;
    for (size_t i = 0; i < COUNT_OF(front); i++)
        words[out->words.count++] = front[i];
    for (size_t i = 0; i < program->words.count; i++)
        words[out->words.count++] = is_laid && i == 0 ? VALIDATOR : program->words.words[i];
    out->words.words = words;
    out->files = files;
    return true;
}

bool validator_open(struct validator *validator, struct runner *runner,
                    const struct program *program, const char *what, bool keeps,
                    struct run_limits limits, struct arena *arena, struct err *err)
{
    assert(validator && runner && program && what);
    *validator = (struct validator){ .what = what, .keeps = keeps, .wrapped = PROGRAM_NONE };
    if (keeps && !wrap(program, arena, &validator->wrapped, err))
        return false;
    return tool_open(&validator->tool, runner, keeps ? &validator->wrapped : program, what, limits,
                     err);
}

void validator_close(struct validator *validator)
{
    assert(validator);
    tool_close(&validator->tool);
}

/* ---- its end ---- */

static const char *bad_exit(int code, const char *what, bool is_wrapped, struct arena *arena)
{
    if (is_wrapped && code > EXIT_OF_SIGNAL)
        return arena_printf(arena, "the %s did not end properly: signal %d", what,
                            code - EXIT_OF_SIGNAL);
    return arena_printf(arena,
                        "the %s ended with exit status %d instead of 42 (accepted) or 43 (wrong)",
                        what, code);
}

/* "Any other exit code, including 0, indicates that the validator did not operate properly." */
void validator_read_exit(const struct run_outcome *outcome, const char *what, bool is_wrapped,
                         struct arena *arena, struct validation *out)
{
    bool ended = outcome->verdict == VERDICT_ACCEPTED || outcome->verdict == VERDICT_RUN_ERROR;
    out->cause = "";
    if (ended && outcome->exit_code == EXIT_ACCEPTED) {
        out->verdict = VERDICT_ACCEPTED;
        return;
    }
    if (ended && outcome->exit_code == EXIT_WRONG) {
        out->verdict = VERDICT_WRONG_ANSWER;
        return;
    }
    out->verdict = VERDICT_JUDGE_ERROR;
    out->cause =
        ended && outcome->exit_code >= 0
            ? bad_exit(outcome->exit_code, what, is_wrapped, arena)
            : arena_printf(arena, "the %s did not end properly: %s", what,
                           *outcome->cause ? outcome->cause : verdict_phrase(outcome->verdict));
}

static void reject(struct validation *validation, const char *cause)
{
    validation->verdict = VERDICT_JUDGE_ERROR;
    validation->cause = cause;
}

/* The rules about nextpass.in. */
static void check_next_pass(const struct validator *validator, struct arena *arena,
                            struct validation *made)
{
    const struct feedback *feedback = &made->feedback;
    if (!validator->keeps || made->verdict == VERDICT_JUDGE_ERROR || !feedback->next_pass.at)
        return;
    if (made->verdict == VERDICT_WRONG_ANSWER)
        reject(made, arena_printf(arena, "the %s wrote nextpass.in for a run that it rejects",
                                  validator->what));
    else if (feedback->next_pass_is_too_long || feedback->kept_is_too_long)
        reject(made, arena_printf(arena, "the %s asks for a pass with more than %d MiB",
                                  validator->what, FEEDBACK_NEXT_PASS_MAX >> 20));
}

bool validator_read(const struct validator *validator, const struct run_outcome *outcome,
                    struct arena *arena, struct validation *out, struct err *err)
{
    struct validation made = { 0 };
    if (!feedback_read(outcome->collected, arena, &made.feedback, err))
        return false;
    validator_read_exit(outcome, validator->what, validator->keeps, arena, &made);
    check_next_pass(validator, arena, &made);
    *out = made;
    return true;
}

/* ---- a run ---- */

struct run_request validator_request(const struct validator *validator,
                                     const struct validator_case *test, struct arena *arena)
{
    static const char *const fixed[] = { INPUT, ANSWER, FEEDBACK_FOLDER };
    struct source_file *files = ARENA_ARRAY(arena, 4, struct source_file);
    size_t count = 0;
    files[count++] = (struct source_file){ INPUT, test->input };
    files[count++] = (struct source_file){ ANSWER, test->answer };
    /* The empty file makes the folder that the validator writes into. */
    files[count++] = (struct source_file){ FEEDBACK_FOLDER ".keep", { "", 0 } };
    if (test->kept.at)
        files[count++] = (struct source_file){ BEFORE, test->kept };
    return (struct run_request){
        .argv = tool_argv(arena, validator->tool.program, fixed, COUNT_OF(fixed), test->args),
        .input = -1,
        .collect = feedback_names,
        .files = files,
        .file_count = count,
    };
}

bool validator_judge(struct validator *validator, const struct validator_case *test,
                     struct arena *arena, struct validation *out, struct err *err)
{
    struct tool *tool = &validator->tool;
    assert(tool->session && test && arena && out);
    SCOPED_FD output = -1;
    if (!memory_file("output", test->output.at, test->output.length, &output, err))
        return false;
    struct run_request request = validator_request(validator, test, arena);
    request.input = output;
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_run(tool->runner, tool->session, &request, &outcome, err))
        return err_wrap(err, "cannot run the %s", validator->what);
    return validator_read(validator, &outcome, arena, out, err);
}
