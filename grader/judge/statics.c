/* statics.c - the static validator. */
#include "grader/judge/statics.h"

#include <assert.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/judge/score.h"

#define SUBMISSION ".judge/submission"
#define VALIDATOR  ".judge/validator"
#define FEEDBACK   "../feedback/" /* from SUBMISSION */

static_assert(sizeof FEEDBACK_FOLDER == sizeof ".judge/feedback/", "FEEDBACK is that folder");

enum { EXECUTABLE_MAX = 256 << 20 };

static const char what[] = "static validator";

/* ---- the validator, working in the submission's folder ---- */

static const char run_executable[] =
    "cd " SUBMISSION " && exec ../validator \"$@\""; /* VALIDATOR */
static const char run_python[] =
    "entry=$1; shift; cd " SUBMISSION " && exec \"$0\" \"../../$entry\" \"$@\"";

static void add_word(struct word_list *words, const char *word)
{
    words->words[words->count++] = word;
}

/* A script knows by itself how to work elsewhere: see PROGRAM_FOLDER_WORD. */
static struct word_list words_of(const struct program *program, struct arena *arena)
{
    enum { MORE = 4 };
    struct word_list given = program->words, made = { NULL, 0 };
    made.words = ARENA_ARRAY(arena, given.count + MORE, const char *);
    bool is_script = program->executable < 0 && strcmp(given.words[0], "/bin/sh") == 0;
    if (!is_script) {
        add_word(&made, "/bin/sh");
        add_word(&made, "-c");
        add_word(&made, program->executable >= 0 ? run_executable : run_python);
    }
    for (size_t i = 0; i < given.count; i++)
        add_word(&made, is_script && i == PROGRAM_FOLDER_WORD ? SUBMISSION : given.words[i]);
    return made;
}

static bool lay_executable(const struct program *program, struct arena *arena,
                           struct source_file *out, struct err *err)
{
    out->path = VALIDATOR;
    if (lseek(program->executable, 0, SEEK_SET) != 0)
        return err_sys(err, ERR_FAULT, "cannot read a built validator");
    return fd_read_all(program->executable, EXECUTABLE_MAX, arena, &out->bytes, err);
}

static bool place(const struct statics_request *request, const struct program *program,
                  struct arena *arena, struct program *out, struct err *err)
{
    const struct source_set *sources = request->sources;
    size_t most = program->file_count + sources->count + 2, n = 0;
    struct source_file *files = ARENA_ARRAY(arena, most, struct source_file);
    for (size_t i = 0; i < program->file_count; i++)
        files[n++] = program->files[i];
    for (size_t i = 0; i < sources->count; i++)
        files[n++] =
            (struct source_file){ arena_printf(arena, SUBMISSION "/%s", sources->files[i].path),
                                  sources->files[i].bytes };
    files[n++] = (struct source_file){ FEEDBACK_FOLDER ".keep", { "", 0 } };
    if (program->executable >= 0 && !lay_executable(program, arena, &files[n++], err))
        return false;
    *out = PROGRAM_NONE;
    out->words = words_of(program, arena);
    out->files = files;
    out->file_count = n;
    return true;
}

/* ---- its runs ---- */

/* What is known of a program whose language has no entry point of its own: main.*, or its first
 * file. */
static const char *entry_point(const struct statics_request *request)
{
    const struct source_set *sources = request->sources;
    if (request->entry_point)
        return request->entry_point;
    for (size_t i = 0; i < sources->count; i++)
        if (str_starts(sources->files[i].path, "main."))
            return sources->files[i].path;
    for (size_t i = 0; i < sources->count; i++)
        if (!str_ends(sources->files[i].path, ".h"))
            return sources->files[i].path;
    return "";
}

static bool run_one(struct tool *tool, const struct statics_request *request,
                    const struct test_group *group, struct arena *arena, struct static_result *out,
                    struct err *err)
{
    const char *fixed[] = { request->language ? request->language : "c", entry_point(request),
                            FEEDBACK };
    const struct run_request run = {
        .argv =
            tool_argv(arena, tool->program, fixed, COUNT_OF(fixed), group->static_validator_args),
        .input = -1,
        .collect = feedback_names,
    };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    struct validation given = { 0 };
    if (!runner_run(tool->runner, tool->session, &run, &outcome, err) ||
        !feedback_read(outcome.collected, arena, &given.feedback, err))
        return err_wrap(err, "cannot run the %s", what);
    validator_read_exit(&outcome, what, true, arena, &given);
    *out = (struct static_result){ .group = group,
                                   .verdict = given.verdict,
                                   .cause = given.cause,
                                   .judge_message = given.feedback.judge_message,
                                   .team_message = given.feedback.team_message };
    if (given.verdict == VERDICT_WRONG_ANSWER)
        out->cause = "the static validator rejects the source code";
    if (given.verdict == VERDICT_JUDGE_ERROR)
        return true;
    const char *fault = score_static(request->package, group, &given, &out->score);
    if (fault) {
        out->verdict = VERDICT_JUDGE_ERROR;
        out->cause = arena_printf(arena, "the %s %s", what, fault);
    }
    return true;
}

static bool run_all(struct tool *tool, const struct statics_request *request, struct arena *arena,
                    struct static_result *out, struct err *err)
{
    const struct package *package = request->package;
    for (size_t i = 0; i < package->group_count; i++)
        if (package->groups[i]->has_static_validation &&
            !run_one(tool, request, package->groups[i], arena, out++, err))
            return false;
    return true;
}

bool statics_run(struct runner *runner, const struct statics_request *request, struct arena *arena,
                 struct static_result **out, size_t *out_count, struct err *err)
{
    const struct package *package = request->package;
    size_t count = 0;
    *out = NULL;
    *out_count = 0;
    for (size_t i = 0; i < package->group_count; i++)
        count += package->groups[i]->has_static_validation;
    if (!package->static_validator || count == 0)
        return true;
    assert(request->sources && request->validator);
    struct static_result *made = ARENA_ARRAY(arena, count, struct static_result);
    struct program placed;
    struct tool tool;
    if (!place(request, request->validator, arena, &placed, err) ||
        !tool_open(&tool, runner, &placed, what, tool_limits(&package->limits, 0), err))
        return err_wrap(err, "%s", what);
    bool good = run_all(&tool, request, arena, made, err);
    tool_close(&tool);
    if (good) {
        *out = made;
        *out_count = count;
    }
    return good;
}
