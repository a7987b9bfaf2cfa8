/* trials.c - the small public inputs of a package with their answers, made once and kept. */
#include "grader/pipeline/trials.h"

#include "grader/catalog/catalog.h"
#include "grader/pipeline/programs.h"
#include "grader/pipeline/trial_calls.h"
#include "grader/pipeline/trials_cache.h"

static const char no_generator[] = "the package has no generator that makes small inputs";
static const char no_validator[] =
    "the package has no input validator that could say which small inputs are valid";
static const char no_model[] = "the package has no accepted solution in C that could answer them";
static const char no_trial[] = "no small input came out of the package's generators";

/* What is built for it; owned. */
struct workshop {
    struct program *generators; /* PROGRAM_NONE: not needed */
    size_t generator_count;
    struct program model;
};

static void workshop_release(struct workshop *workshop)
{
    for (size_t i = 0; i < workshop->generator_count; i++)
        program_close(&workshop->generators[i]);
    program_close(&workshop->model);
}

static bool build_generators(const struct means *means, const struct package *package,
                             const struct trial_calls *calls, struct arena *arena,
                             struct workshop *workshop, struct err *err)
{
    for (size_t i = 0; i < calls->count; i++) {
        size_t generator = calls->calls[i].generator;
        struct program *program = &workshop->generators[generator];
        if (!program_is_there(program) &&
            !programs_build_generator(means, package, &package->generators[generator], arena,
                                      program, err))
            return false;
    }
    return true;
}

static bool make(const struct means *means, const struct package *package,
                 const struct package_submission *model, const struct trial_calls *calls,
                 struct arena *arena, struct trial_set *out, struct err *err)
{
    SCOPED_ARENA own = { 0 };
    struct workshop workshop = { ARENA_ARRAY(&own, package->generator_count, struct program),
                                 package->generator_count, PROGRAM_NONE };
    for (size_t i = 0; i < workshop.generator_count; i++)
        workshop.generators[i] = PROGRAM_NONE;
    const struct trial_request request = { .runner = means->runner,
                                           .package = package,
                                           .generators = workshop.generators,
                                           .model = &workshop.model,
                                           .calls = calls };
    bool good = build_generators(means, package, calls, &own, &workshop, err) &&
                programs_build_model(means, package, model, &own, &workshop.model, err) &&
                trial_inputs_make(&request, arena, out, err);
    workshop_release(&workshop);
    return good;
}

static bool list_calls(const struct package *package, struct arena *arena, struct trial_calls *out,
                       struct err *err)
{
    struct growth_plan *plan = ARENA_NEW(arena, struct growth_plan);
    bool has_plan;
    if (!plan_load(package, arena, &has_plan, plan, err))
        return false;
    trial_calls_list(package, has_plan ? plan : NULL, arena, out);
    return true;
}

bool trials_get(const struct means *means, const struct package *package, struct arena *arena,
                struct trial_set *out, const char **out_why, struct err *err)
{
    const struct package_submission *model = catalog_model_solution(package);
    struct trial_set set = { 0 };
    struct trial_calls calls;
    char name[HASH_TEXT_MAX];
    *out_why = !package->generator_count         ? no_generator
               : !package->input_validator_count ? no_validator
               : !model                          ? no_model
                                                 : NULL;
    if (*out_why)
        return true;
    if (!list_calls(package, arena, &calls, err))
        return false;
    bool has_name = trials_cache_name(means, package, model, &calls, name);
    if (!has_name || !trials_cache_get(means, name, package, arena, &set)) {
        if (!make(means, package, model, &calls, arena, &set, err))
            return false;
        if (has_name)
            trials_cache_put(means, name, package, &set);
    }
    *out_why = set.count == 0 ? no_trial : NULL;
    *out = set;
    return true;
}
