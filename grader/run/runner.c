/* runner.c - the port's calls: check the contract, pass on. */
#include "grader/run/runner.h"

#include <assert.h>
#include <sys/mman.h>
#include <unistd.h>

static bool limits_are_set(const struct run_limits *limits)
{
    return limits->cpu_us && limits->wall_us && limits->memory_bytes && limits->output_bytes &&
           limits->processes;
}

bool runner_open(struct runner *runner, const struct run_program *program,
                 struct run_session **out_session, struct err *err)
{
    assert(runner && program && out_session && err);
    if (!limits_are_set(&program->limits))
        return err_set(err, ERR_FAULT, "'%s': a limit of 0 is not 'no limit'", program->name);
    return runner->ops->open(runner, program, out_session, err);
}

bool runner_run(struct runner *runner, struct run_session *session,
                const struct run_request *request, struct run_outcome *out, struct err *err)
{
    assert(runner && session && request && request->argv && request->argv[0] && out && err);
    return runner->ops->run(session, request, out, err);
}

static bool side_is_good(const struct run_side *side)
{
    const struct run_request *request = side->request;
    return side->session && side->out && request && request->argv && request->argv[0] &&
           !request->input_path && request->input < 0;
}

bool runner_run_pair(struct runner *runner, const struct run_side *program,
                     const struct run_side *judge, bool *out_judge_ended_first, struct err *err)
{
    assert(runner && program && judge && out_judge_ended_first && err);
    assert(side_is_good(program) && side_is_good(judge) && program->session != judge->session);
    return runner->ops->run_pair(program, judge, out_judge_ended_first, err);
}

void runner_close(struct runner *runner, struct run_session *session)
{
    if (session)
        runner->ops->close(session);
}

bool runner_once(struct runner *runner, const struct run_program *program,
                 const struct run_request *request, struct run_outcome *out, struct err *err)
{
    struct run_session *session;
    if (!runner_open(runner, program, &session, err))
        return false;
    bool ran = runner_run(runner, session, request, out, err);
    runner_close(runner, session);
    return ran;
}

const char *const *runner_protection(struct runner *runner)
{
    return runner->ops->protection(runner);
}

void run_outcome_release(struct run_outcome *outcome)
{
    const struct str *const views[] = { &outcome->output, &outcome->errors };
    for (int i = 0; i < 2; i++)
        if (outcome->mapped[i])
            munmap(outcome->mapped[i], views[i]->length);
    bool was_filled = outcome->cause != NULL;
    for (int i = 0; was_filled && i < RUN_COLLECT_MAX; i++)
        if (outcome->collected[i] >= 0)
            close(outcome->collected[i]);
    *outcome = (struct run_outcome){ 0 };
}
