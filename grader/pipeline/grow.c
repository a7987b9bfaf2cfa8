/* grow.c - a package and a solution become a measurement of how the cost grows. */
#include "grader/pipeline/grow.h"

#include <assert.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "grader/build/layout.h"
#include "grader/catalog/catalog.h"
#include "grader/growth/growth.h"
#include "grader/pipeline/coverage.h"
#include "grader/pipeline/grow_cache.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/sources.h"

/* One package and what measurements on it share. */
struct growing {
    const struct means *means;
    const struct package *package;
    const struct growth_plan *plan;
    struct arena *arena;
    int *generators;              /* owned descriptors, -1: not needed; NULL: not opened yet */
    struct lab *lab;              /* NULL: likewise */
    struct count_program program; /* of the last solution; executable -1: none */
    bool is_compared;             /* the reference was looked for */
    struct lab_series *reference; /* NULL: there is none */
};

static bool is_of(const struct source_set *set, const char *path)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->files[i].path, path) == 0)
            return true;
    return false;
}

/* The same files as for an ordinary build, the .c files apart by whose they are. */
static bool build_counted(const struct growing *g, const struct source_set *sources,
                          struct count_program *out, struct err *err)
{
    const struct package *package = g->package;
    struct build_limits limits = build_limits_of(&package->limits);
    struct str starter = g->means->starter;
    struct layout layout;
    if (!layout_make(PROGRAM_C, sources, &package->include, starter, g->arena, &layout, err))
        return false;
    const char **counted = ARENA_ARRAY(g->arena, layout.compiled_count, const char *);
    const char **driver = ARENA_ARRAY(g->arena, layout.compiled_count, const char *);
    struct count_request request = { .name = sources->name,
                                     .sources = sources,
                                     .files = layout.files,
                                     .file_count = layout.count,
                                     .counted = counted,
                                     .driver = driver,
                                     .starter = starter.length > 0 ? LAYOUT_STARTER : NULL,
                                     .reader = g->means->executable,
                                     .cpu_us = limits.cpu_us,
                                     .memory_bytes = limits.memory_bytes };
    for (size_t i = 0; i < layout.compiled_count; i++) {
        if (is_of(&package->include, layout.compiled[i]))
            driver[request.driver_count++] = layout.compiled[i];
        else
            counted[request.counted_count++] = layout.compiled[i];
    }
    if (request.counted_count == 0)
        return err_set(err, ERR_INPUT, "'%s' has no .c file of its own", sources->name);
    return count_build(g->means->runner, &request, g->arena, out, err);
}

/* ---- the lab ---- */

static bool uses_generator(const struct growth_plan *plan, size_t index)
{
    for (size_t i = 0; i < plan->family_count; i++)
        if (plan->families[i].generator == index)
            return true;
    return false;
}

static bool open_lab(struct growing *g, struct err *err)
{
    const struct package *package = g->package;
    g->generators = ARENA_ARRAY(g->arena, package->generator_count, int);
    for (size_t i = 0; i < package->generator_count; i++)
        g->generators[i] = -1;
    for (size_t i = 0; i < package->generator_count; i++)
        if (uses_generator(g->plan, i) &&
            !prepare_tool(g->means, package, &package->generators[i], "generator", g->arena,
                          &g->generators[i], err))
            return false;
    struct lab_request *request = ARENA_NEW(g->arena, struct lab_request);
    *request = (struct lab_request){ .runner = g->means->runner,
                                     .package = package,
                                     .plan = g->plan,
                                     .generators = g->generators,
                                     .key = g->means->key.at,
                                     .key_size = g->means->key.length };
    g->lab = lab_open(request, g->arena);
    return true;
}

static void growing_release(struct growing *g)
{
    count_program_release(&g->program);
    if (g->lab)
        lab_close(g->lab);
    for (size_t i = 0; g->generators && i < g->package->generator_count; i++)
        fd_close(&g->generators[i]);
}

/* ---- the reference beside it ---- */

static bool run_reference(const struct growing *g, const struct package_submission *model,
                          struct lab_series *out, struct err *err)
{
    struct count_program program = { .executable = -1 };
    bool good = build_counted(g, &model->sources, &program, err);
    if (good && program.refused)
        *out = (struct lab_series){ .stopped = program.refused };
    else if (good)
        good = lab_measure(g->lab, &program, model->sources.name, g->means->starter.length > 0,
                           growth_memory_bytes(g->package->limits.memory_bytes), out, NULL, err);
    count_program_release(&program);
    return good;
}

/* The same for every submission, so it is kept; NULL when it can't be measured. */
static bool measure_reference(const struct growing *g, struct lab_series **out, struct err *err)
{
    const struct package_submission *model = catalog_model_solution(g->package);
    struct lab_series *series = ARENA_NEW(g->arena, struct lab_series);
    char name[HASH_TEXT_MAX];
    *out = NULL;
    if (!model)
        return true;
    bool has_name = grow_cache_name(g->means, g->package, &model->sources, name);
    if (!has_name || !grow_cache_get(g->means, name, g->arena, series)) {
        if (!run_reference(g, model, series, err))
            return err_wrap(err, "model solution '%s'", model->sources.name);
        if (has_name && !grow_cache_put(g->means, name, series, err))
            return false;
    }
    *out = series->count > 0 ? series : NULL;
    return true;
}

static bool compare_with_reference(struct growing *g, struct err *err)
{
    if (!g->is_compared && !measure_reference(g, &g->reference, err))
        return false;
    g->is_compared = true;
    return true;
}

/* A solution to be built once more, without the starter. */
struct bare_build {
    const struct growing *growing;
    const struct source_set *sources;
};

static bool build_bare(void *context, int *out_executable, uint64_t *out_cpu_us, struct err *err)
{
    const struct bare_build *bare = context;
    const struct growing *g = bare->growing;
    struct means means = *g->means;
    struct compile_result compile;
    means.starter = (struct str){ "", 0 };
    if (!prepare_build(&means, g->package, *bare->sources, g->arena, &compile, out_executable, err))
        return false;
    *out_cpu_us = compile.cpu_us;
    return compile.ok || err_set(err, ERR_FAULT, "it compiled before: %s", compile.cause);
}

static bool measure(struct growing *g, const struct source_set *sources, int plain,
                    struct growth *out, struct err *err)
{
    struct bare_build building = { g, sources };
    count_program_release(&g->program);
    if ((!g->lab && !open_lab(g, err)) || !compare_with_reference(g, err) ||
        !build_counted(g, sources, &g->program, err))
        return false;
    const struct growth_request request = { .plan = g->plan,
                                            .lab = g->lab,
                                            .sources = sources,
                                            .program = &g->program,
                                            .has_starter = g->means->starter.length > 0,
                                            .runner = g->means->runner,
                                            .build_bare = build_bare,
                                            .context = &building,
                                            .plain = plain,
                                            .memory_bytes = g->package->limits.memory_bytes,
                                            .reference = g->reference };
    return growth_measure(&request, g->arena, out, err);
}

bool grow_open(const struct means *means, const struct package *package, struct arena *arena,
               struct growing **out, struct err *err)
{
    struct growing *growing = ARENA_NEW(arena, struct growing);
    struct growth_plan *plan = ARENA_NEW(arena, struct growth_plan);
    bool found = false;
    *growing = (struct growing){
        .means = means, .package = package, .plan = plan, .arena = arena, .program.executable = -1
    };
    bool good = plan_load(package, arena, &found, plan, err);
    if (good && found)
        good = open_lab(growing, err);
    if (!good) {
        growing_release(growing);
        return err_wrap(err, "problem '%s'", package->id);
    }
    *out = found ? growing : NULL;
    return true;
}

bool grow_measure(struct growing *growing, struct source_set sources, int plain, struct growth *out,
                  struct err *err)
{
    return measure(growing, &sources, plain, out, err) ||
           err_wrap(err, "problem '%s'", growing->package->id);
}

void grow_close(struct growing *growing)
{
    if (growing)
        growing_release(growing);
}

bool grow_solution(const struct means *means, const struct package *package,
                   struct source_set sources, int plain, struct arena *arena, bool *out_found,
                   struct growth *out, struct err *err)
{
    struct growing *growing;
    if (!grow_open(means, package, arena, &growing, err))
        return false;
    *out_found = growing != NULL;
    bool good = !growing || grow_measure(growing, sources, plain, out, err);
    grow_close(growing);
    return good;
}

/* ---- what was judged ---- */

/* Passed, or only too slow: then the curve says why. What crashes or answers wrongly may be fast
 * because of that. */
static bool means_something(const struct judgement *judgement)
{
    if (judgement->verdict == VERDICT_ACCEPTED)
        return true;
    for (size_t i = 0; i < judgement->case_count; i++) {
        enum verdict verdict = judgement->cases[i].verdict;
        if (verdict != VERDICT_NONE && verdict != VERDICT_ACCEPTED && verdict != VERDICT_TIME_LIMIT)
            return false;
    }
    return judgement->verdict == VERDICT_TIME_LIMIT;
}

/* Who overruns memory may overrun the counters too. */
static const char *unclean(const struct quality *quality, struct arena *arena)
{
    const struct quality_finding *bug = quality ? quality_bug_by(quality, "sanitizers") : NULL;
    if (!bug)
        return NULL;
    return arena_printf(arena,
                        "the sanitizers found a bug at %s:%u, so a count could not be relied on",
                        bug->file, bug->line);
}

/* ---- lines that are never executed ---- */

/* What the growth is measured on, by the practice key and once each: the smaller sizes. */
static bool public_inputs(struct lab *lab, const struct growth_plan *plan, struct cover_input *out,
                          size_t most, size_t *out_count, struct err *err)
{
    enum { BYTES_MAX = 256 << 10 };
    *out_count = 0;
    for (size_t i = 0; i < plan->n.count; i++)
        for (size_t family = 0; family < plan->family_count; family++) {
            const struct growth_point at = { .n = plan->n.at[i],
                                             .m = plan->has_second ? plan->m.at[0] : 0 };
            int file;
            size_t bytes;
            if (!lab_input(lab, &at, family, &file, &bytes, err))
                return false;
            if (*out_count == most || bytes > BYTES_MAX)
                return true;
            out[(*out_count)++] = (struct cover_input){ NULL, file, bytes };
        }
    return true;
}

static bool cover_with(struct growing *g, struct lab *lab, const struct source_set *sources,
                       const struct public_tests *tests, struct quality *out, struct err *err)
{
    enum { MORE_MAX = 24 };
    struct cover_input more[MORE_MAX];
    size_t count = 0;
    if (lab && !public_inputs(lab, g->plan, more, MORE_MAX, &count, err))
        return false;
    const struct coverage_request request = { .means = g->means,
                                              .sources = sources,
                                              .program = &g->program,
                                              .memory_limit_bytes = g->package->limits.memory_bytes,
                                              .tests = tests,
                                              .more = more,
                                              .more_count = count };
    return coverage_measure(&request, g->arena, out, err);
}

/* The inputs of a secret key are not for this: the same by the practice key are made. */
static bool cover(struct growing *g, const struct source_set *sources,
                  const struct public_tests *tests, struct quality *out, struct err *err)
{
    const struct str practice = means_practice_key();
    struct lab_request request = { .runner = g->means->runner,
                                   .package = g->package,
                                   .plan = g->plan,
                                   .generators = g->generators,
                                   .key = practice.at,
                                   .key_size = practice.length };
    if (g->program.executable < 0 && !g->program.refused &&
        !build_counted(g, sources, &g->program, err))
        return false;
    if (!g->lab || !g->means->key_is_secret)
        return cover_with(g, g->lab, sources, tests, out, err);
    struct lab *lab = lab_open(&request, g->arena);
    bool good = cover_with(g, lab, sources, tests, out, err);
    lab_close(lab);
    return good;
}

/* Of accepted and clean solutions: others end too early, or overrun the counters. What goes wrong
 * is told, and costs nothing. */
static void cover_judged(struct growing *g, const struct judgement *judgement,
                         const struct source_set *sources, const struct public_tests *tests,
                         struct quality *quality)
{
    struct err err = { 0 };
    if (!quality || quality->not_analysed || judgement->verdict != VERDICT_ACCEPTED ||
        tests->count == 0 || quality_bug_by(quality, "sanitizers"))
        return;
    if (!cover(g, sources, tests, quality, &err)) {
        assert(quality->pass_count < QUALITY_PASS_MAX);
        quality->passes[quality->pass_count++] =
            (struct quality_pass){ "coverage", arena_strdup(g->arena, err.text), 0 };
    }
}

/* ---- what was judged ---- */

static bool measure_judged(struct growing *g, const struct judgement *judgement,
                           const struct quality *quality, const struct source_set *sources,
                           int plain, struct growth *out, struct err *err)
{
    const char *reason = unclean(quality, g->arena);
    if (means_something(judgement) && !reason)
        return measure(g, sources, plain, out, err);
    if (means_something(judgement)) {
        growth_set_not_measured(g->plan, reason, out);
        return true;
    }
    growth_set_not_measured(g->plan,
                            "only a solution that passes its tests, or is no more than too "
                            "slow, is measured",
                            out);
    out->is_not_passing = true;
    return true;
}

const struct growth *grow_judged(const struct means *means, const struct judgement *judgement,
                                 struct quality *quality, const struct public_tests *tests,
                                 struct source_set sources, int plain, struct arena *arena)
{
    struct growth *growth = ARENA_NEW(arena, struct growth);
    struct growth_plan *plan = ARENA_NEW(arena, struct growth_plan);
    struct growing growing = { .means = means,
                               .package = judgement->package,
                               .plan = plan,
                               .arena = arena,
                               .program.executable = -1 };
    struct err err = { 0 };
    bool found = false;
    bool good = plan_load(judgement->package, arena, &found, plan, &err);
    bool is_asked = !good || found;
    if (good && found)
        good = measure_judged(&growing, judgement, quality, &sources, plain, growth, &err);
    if (!good)
        growth_set_not_measured(plan, arena_strdup(arena, err.text), growth);
    cover_judged(&growing, judgement, &sources, tests, quality);
    growing_release(&growing);
    return is_asked ? growth : NULL;
}

/* ---- one solution of this machine ---- */

static bool build_plain(const struct means *means, const struct package *package,
                        struct source_set sources, struct arena *arena, int *out_executable,
                        struct err *err)
{
    struct compile_result compile;
    if (!prepare_build(means, package, sources, arena, &compile, out_executable, err))
        return false;
    return compile.ok ||
           err_set(err, ERR_INPUT, "'%s' does not compile: %s", sources.name, compile.cause);
}

bool grow_one(const struct means *means, const struct grow_one_request *request,
              struct arena *arena, struct package *out_package, struct growth *out, struct err *err)
{
    struct source_set sources;
    SCOPED_FD plain = -1;
    bool found = false;
    if (!sources_read(request->sources, request->source_count, arena, &sources, err) ||
        !catalog_load(request->package_path, arena, out_package, err) ||
        !build_plain(means, out_package, sources, arena, &plain, err) ||
        !grow_solution(means, out_package, sources, plain, arena, &found, out, err))
        return false;
    return found || err_set(err, ERR_INPUT,
                            "problem '%s' has no growth.yaml: nothing says how its "
                            "cost may grow",
                            out_package->id);
}
