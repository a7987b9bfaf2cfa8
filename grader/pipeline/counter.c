/* counter.c - after a hidden failure: a small public input that shows the same fault, or none. */
#include "grader/pipeline/counter.h"

#include "grader/catalog/catalog.h"
#include "grader/judge/counterexample.h"
#include "grader/pipeline/programs.h"
#include "grader/pipeline/trials.h"

struct searching {
    const struct means *means;
    const struct prepared *prepared;
    const struct program *program;
    const struct trial_set *trials;
    struct arena *arena;
};

/* Owned; the output validators are there already, in the hands of who judges. */
struct helpers {
    struct package_tools inputs;
    struct program model;
};

static bool build(const struct searching *s, struct helpers *helpers, struct err *err)
{
    const struct package *package = s->prepared->package;
    return programs_build_input_validators(s->means, package, s->arena, &helpers->inputs, err) &&
           programs_build_model(s->means, package, catalog_model_solution(package), s->arena,
                                &helpers->model, err);
}

static bool search_with(const struct searching *s, const struct helpers *helpers,
                        struct counterexample *out, struct err *err)
{
    struct package_tools tools = s->prepared->tools;
    tools.input_validators = helpers->inputs.input_validators;
    tools.input_validator_count = helpers->inputs.input_validator_count;
    const struct counterexample_request request = { .package = s->prepared->package,
                                                    .tools = &tools,
                                                    .program = s->program,
                                                    .model = &helpers->model,
                                                    .trials = s->trials,
                                                    .time_limit_us = s->prepared->time_limit_us };
    return counterexample_search(s->means->runner, &request, s->arena, out, err);
}

static bool search(const struct means *means, const struct prepared *prepared,
                   const struct program *program, struct arena *arena, struct counterexample *out,
                   struct err *err)
{
    struct trial_set *trials = ARENA_NEW(arena, struct trial_set);
    const char *why;
    if (!trials_get(means, prepared->package, arena, trials, &why, err))
        return false;
    if (why) {
        *out = (struct counterexample){ .not_searched = why };
        return true;
    }
    const struct searching searching = { means, prepared, program, trials, arena };
    struct helpers helpers = { { .static_validator = PROGRAM_NONE, .grader = PROGRAM_NONE },
                               PROGRAM_NONE };
    bool good = build(&searching, &helpers, err) && search_with(&searching, &helpers, out, err);
    package_tools_close(&helpers.inputs);
    program_close(&helpers.model);
    return good;
}

const struct counterexample *counter_judged(const struct means *means,
                                            const struct prepared *prepared,
                                            const struct judgement *judgement,
                                            const struct program *program, struct arena *arena)
{
    struct counterexample *made = ARENA_NEW(arena, struct counterexample);
    struct err ignored = { 0 };
    const char *reason;
    bool is_wanted = counterexample_is_wanted(judgement, &reason);
    if (!is_wanted && !reason)
        return NULL;
    /* The cause may quote the package's own sources. */
    if (is_wanted && !search(means, prepared, program, arena, made, &ignored))
        reason = "small public inputs could not be made or run";
    if (reason)
        *made = (struct counterexample){ .not_searched = reason };
    return made;
}
