/* trial_inputs.c - small public inputs are made by a package's generators, and answered by its
 * model solution. */
#include "grader/catalog/trial_inputs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/fd.h"

enum { MIB = 1024 * 1024, SECOND_US = 1000 * 1000, TOOL_PROCESSES = 16 };

/* Of one run, far above what little is asked for. */
static const struct run_limits limits = { 2 * SECOND_US, 20 * SECOND_US, 1024ULL * MIB, MIB, 1 };

struct making {
    const struct trial_request *request;
    struct arena *arena;
    struct trial_set made;
};

/* Of one program of the package: open, any number of runs, close. */
static bool open_session(const struct making *making, const char *name,
                         const struct program *program, struct run_program *run,
                         struct run_session **out, struct err *err)
{
    *run = (struct run_program){ .name = name,
                                 .profile = program->is_tool ? RUN_TOOL : RUN_PROGRAM,
                                 .limits = limits,
                                 .executable = program->executable,
                                 .has_starter = program->has_starter,
                                 .files = program->is_tool ? program->files : NULL,
                                 .file_count = program->is_tool ? program->file_count : 0 };
    if (program->is_tool)
        run->limits.processes = TOOL_PROCESSES;
    return runner_open(making->request->runner, run, out, err);
}

/* It did not end by itself. */
static bool is_lost(const struct run_outcome *outcome)
{
    return outcome->verdict != VERDICT_ACCEPTED && outcome->verdict != VERDICT_RUN_ERROR;
}

/* ---- inputs ---- */

static bool is_known(const struct trial_set *set, struct str input)
{
    for (size_t i = 0; i < set->count; i++)
        if (str_equal(set->trials[i].input, input))
            return true;
    return false;
}

static struct str kept(struct arena *arena, struct str bytes)
{
    return (struct str){ arena_memdup(arena, bytes.at ? bytes.at : "", bytes.length),
                         bytes.length };
}

static void keep_input(struct making *making, const struct trial_call *call, struct str output)
{
    bool is_small = output.length > 0 && output.length <= TRIAL_INPUT_MAX;
    if (is_small && !is_known(&making->made, output))
        making->made.trials[making->made.count++] =
            (struct trial){ .like = call->like, .input = kept(making->arena, output) };
}

static bool make_input(struct making *making, struct run_session *session,
                       const struct trial_call *call, bool *out_lost, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    const char **argv = ARENA_ARRAY(&arena, call->words.count + 2, const char *);
    argv[0] = making->request->package->generators[call->generator].name;
    for (size_t i = 0; i < call->words.count; i++)
        argv[i + 1] = call->words.words[i];
    const struct run_request run = { .argv = argv, .input = -1 };
    if (!runner_run(making->request->runner, session, &run, &outcome, err))
        return false;
    if (outcome.verdict == VERDICT_ACCEPTED)
        keep_input(making, call, outcome.output);
    *out_lost = is_lost(&outcome);
    return true;
}

static bool run_generator(struct making *making, size_t generator, struct err *err)
{
    const struct trial_request *request = making->request;
    const struct trial_calls *calls = request->calls;
    struct run_program program;
    struct run_session *session;
    bool lost = false, good = true;
    assert(program_is_there(&request->generators[generator]));
    if (!open_session(making, request->package->generators[generator].name,
                      &request->generators[generator], &program, &session, err))
        return false;
    for (size_t i = 0; good && !lost && i < calls->count; i++)
        if (calls->calls[i].generator == generator)
            good = make_input(making, session, &calls->calls[i], &lost, err);
    runner_close(request->runner, session);
    return good;
}

static bool is_called(const struct trial_calls *calls, size_t generator)
{
    for (size_t i = 0; i < calls->count; i++)
        if (calls->calls[i].generator == generator)
            return true;
    return false;
}

/* No two are equal, so that the order is one. */
static int by_size(const void *a, const void *b)
{
    const struct str x = ((const struct trial *)a)->input, y = ((const struct trial *)b)->input;
    if (x.length != y.length)
        return x.length < y.length ? -1 : 1;
    return memcmp(x.at, y.at, x.length);
}

static bool make_inputs(struct making *making, struct err *err)
{
    const struct package *package = making->request->package;
    for (size_t i = 0; i < package->generator_count; i++)
        if (is_called(making->request->calls, i) && !run_generator(making, i, err))
            return err_wrap(err, "cannot run the generator '%s'", package->generators[i].name);
    qsort(making->made.trials, making->made.count, sizeof(struct trial), by_size);
    return true;
}

/* ---- answers ---- */

static bool run_model(struct making *making, struct run_session *session, struct trial *trial,
                      bool *out_good, bool *out_lost, struct err *err)
{
    const struct program *model = making->request->model;
    SCOPED_ARENA arena = { 0 };
    SCOPED_FD input = -1;
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    size_t count = 0;
    const char **argv =
        ARENA_ARRAY(&arena, model->words.count + trial->like->args.count + 1, const char *);
    for (size_t i = 0; i < model->words.count; i++)
        argv[count++] = model->words.words[i];
    for (size_t i = 0; i < trial->like->args.count; i++)
        argv[count++] = trial->like->args.words[i];
    if (!memory_file("input", trial->input.at, trial->input.length, &input, err))
        return false;
    const struct run_request run = { .argv = argv, .input = input };
    if (!runner_run(making->request->runner, session, &run, &outcome, err))
        return false;
    *out_lost = is_lost(&outcome);
    *out_good = outcome.verdict == VERDICT_ACCEPTED && outcome.output.length <= TRIAL_ANSWER_MAX;
    if (*out_good)
        trial->answer = kept(making->arena, outcome.output);
    return true;
}

static bool answer_all(struct making *making, struct run_session *session, struct err *err)
{
    struct trial_set *set = &making->made;
    size_t answered = 0;
    bool lost = false;
    for (size_t i = 0; i < set->count && !lost; i++) {
        struct trial trial = set->trials[i];
        bool is_good;
        if (!run_model(making, session, &trial, &is_good, &lost, err))
            return false;
        if (is_good)
            set->trials[answered++] = trial;
    }
    set->count = answered;
    return true;
}

static bool make_answers(struct making *making, struct err *err)
{
    struct run_program program;
    struct run_session *session;
    if (!open_session(making, "model solution", making->request->model, &program, &session, err))
        return err_wrap(err, "cannot run the model solution");
    bool good = answer_all(making, session, err);
    runner_close(making->request->runner, session);
    return good || err_wrap(err, "cannot run the model solution");
}

bool trial_inputs_make(const struct trial_request *request, struct arena *arena,
                       struct trial_set *out, struct err *err)
{
    assert(request->model && program_is_there(request->model));
    struct making making = { .request = request, .arena = arena };
    making.made.trials = ARENA_ARRAY(arena, request->calls->count, struct trial);
    if (!make_inputs(&making, err) || (making.made.count > 0 && !make_answers(&making, err)))
        return false;
    *out = making.made;
    return true;
}
