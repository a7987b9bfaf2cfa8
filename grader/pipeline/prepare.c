/* prepare.c - a package becomes ready to judge. */
#include "grader/pipeline/prepare.h"

#include <assert.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "grader/catalog/catalog.h"
#include "grader/catalog/make.h"
#include "grader/judge/judge.h"
#include "grader/judge/limit.h"
#include "grader/pipeline/limits_cache.h"
#include "grader/pipeline/programs.h"

/* While the time limit is measured nothing may run into it; the format's own ceiling for anything
 * that runs. */
static const uint64_t measuring_limit_us = 60 * 1000000;

bool prepare_build(const struct means *means, const struct package *package,
                   struct source_set sources, struct arena *arena,
                   struct compile_result *out_result, int *out_executable, struct err *err)
{
    const struct build_request request = { .sources = sources,
                                           .include = &package->include,
                                           .mode = BUILD_RUN,
                                           .limits = build_limits_of(&package->limits),
                                           .starter = means->starter };
    return build_program(means->runner, &request, arena, out_result, out_executable, err);
}

/* A program of the package that must compile: a compile error here is the package's fault. */
static bool must_compile(bool built, const struct compile_result *result, const char *what,
                         const char *name, struct err *err)
{
    if (built && !result->ok)
        err_set(err, ERR_INPUT, "it does not compile: %s", result->cause);
    return (built && result->ok) || err_wrap(err, "%s '%s'", what, name);
}

bool prepare_tool(const struct means *means, const struct package *package,
                  const struct source_set *sources, const char *what, struct arena *arena,
                  int *out_executable, struct err *err)
{
    const struct package_program source = { .sources = *sources,
                                            .place = sources->name,
                                            .kind = PROGRAM_C };
    SCOPED_PROGRAM program = PROGRAM_NONE;
    if (!programs_build(means, package, &source, what, arena, &program, err))
        return false;
    *out_executable = fd_steal(&program.executable);
    return true;
}

static bool build_submission(const struct means *means, const struct package *package,
                             const struct package_submission *submission, struct arena *arena,
                             struct compile_result *out_result, int *out_executable,
                             struct err *err)
{
    bool built =
        prepare_build(means, package, submission->sources, arena, out_result, out_executable, err);
    return must_compile(built, out_result, "submission", submission->sources.name, err);
}

/* ---- tests that generators make ---- */

struct programs {
    int *generators; /* owned descriptors, -1: not needed */
    size_t count;
    int model;
};

static void programs_release(struct programs *programs)
{
    for (size_t i = 0; i < programs->count; i++)
        fd_close(&programs->generators[i]);
    fd_close(&programs->model);
}

static bool build_programs(const struct means *means, const struct package *package,
                           const struct package_submission *model, struct arena *arena,
                           struct programs *programs, struct err *err)
{
    for (size_t i = 0; i < package->generator_count; i++)
        if (catalog_uses_generator(package, i) &&
            !prepare_tool(means, package, &package->generators[i], "generator", arena,
                          &programs->generators[i], err))
            return false;
    struct compile_result result;
    return build_submission(means, package, model, arena, &result, &programs->model, err);
}

bool prepare_tests(const struct means *means, struct package *package, struct arena *arena,
                   struct err *err)
{
    const struct package_submission *model = catalog_model_solution(package);
    if (!catalog_needs_making(package))
        return true;
    if (!model)
        return err_set(err, ERR_INPUT, "its tests can't be made: it has no accepted solution in C");
    struct case_maker maker = { .runner = means->runner,
                                .model = model,
                                .model_has_starter = means->starter.length > 0,
                                .key = means->key.at,
                                .key_size = means->key.length,
                                .cache = means->cache };
    bool found = false;
    if (!catalog_find_cases(package, &maker, arena, &found, err) || found)
        return found;
    struct programs programs = { ARENA_ARRAY(arena, package->generator_count, int),
                                 package->generator_count, -1 };
    for (size_t i = 0; i < programs.count; i++)
        programs.generators[i] = -1;
    bool good = build_programs(means, package, model, arena, &programs, err);
    maker.generators = programs.generators;
    maker.model_executable = programs.model;
    good = good && catalog_make_cases(package, &maker, arena, err);
    programs_release(&programs);
    return good;
}

/* ---- the time limit ---- */

/*
 * Accepted submissions bound the limit from below, and whatever says so in submissions.yaml. (The
 * format would count wrong and crashing ones too. They hardly ever are the slowest and cost much to
 * run: of longestincreasing 13.5 s of CPU time beside 1.7 s for the accepted ones, before the first
 * grading on every machine. `grader verify` runs them anyhow, and warns when one asks for more.)
 */
static bool bounds_from_below(const struct package_submission *submission)
{
    if (submission->time_limit_use != TIME_LIMIT_BY_FOLDER)
        return submission->time_limit_use == TIME_LIMIT_LOWER;
    return str_is(str_of(submission->folder), "accepted");
}

/* Those that must be too slow: the format's upper bound. The older formats have it as advice. */
static bool bounds_from_above(const struct package *package,
                              const struct package_submission *submission)
{
    return package->grading == PACKAGE_GRADING_GROUPS &&
           catalog_time_limit_use(submission) == TIME_LIMIT_UPPER;
}

static bool is_program(const struct package_submission *submission)
{
    return programs_can_run(submission) && !str_is(str_of(submission->language), "answers");
}

/* Judges one of the package's own submissions up to a limit. */
static bool judge_example(const struct means *means, const struct prepared *prepared,
                          const struct package_submission *submission, uint64_t limit_us,
                          enum judge_stop stop, struct arena *arena, struct judgement *out,
                          struct err *err)
{
    struct compile_result compile;
    SCOPED_PROGRAM program = PROGRAM_NONE;
    if (!programs_build_submission(means, prepared->package, submission, arena, &compile, &program,
                                   err))
        return false;
    if (!compile.ok)
        return err_set(err, ERR_INPUT, "submission '%s': it does not compile: %s",
                       submission->sources.name, compile.cause);
    const struct judge_request request = { .package = prepared->package,
                                           .compile = &compile,
                                           .program = &program,
                                           .sources = &submission->sources,
                                           .language = submission->language,
                                           .entry_point = submission->entry_point,
                                           .tools = &prepared->tools,
                                           .time_limit_us = limit_us,
                                           .stop = stop };
    return judge_submission(means->runner, &request, arena, out, err) ||
           err_wrap(err, "submission '%s'", submission->sources.name);
}

static uint64_t slowest_case_us(const struct judgement *judgement)
{
    uint64_t most = 0;
    for (size_t i = 0; i < judgement->case_count; i++)
        if (judgement->cases[i].cpu_us > most)
            most = judgement->cases[i].cpu_us;
    return most;
}

static bool measure_below(const struct means *means, const struct prepared *prepared,
                          const struct package_submission *submission, struct arena *arena,
                          uint64_t *out_us, struct err *err)
{
    struct judgement judgement;
    if (!judge_example(means, prepared, submission, measuring_limit_us, JUDGE_ALL, arena,
                       &judgement, err))
        return false;
    bool must_pass = str_is(str_of(submission->folder), "accepted");
    if (judgement.verdict == VERDICT_JUDGE_ERROR ||
        (must_pass && judgement.verdict != VERDICT_ACCEPTED))
        return err_set(err, ERR_INPUT, "submission '%s' is not accepted: %s: %s",
                       submission->sources.name, verdict_code(judgement.verdict), judgement.cause);
    *out_us = slowest_case_us(&judgement);
    return true;
}

/* Submissions that are to be too slow must be so with the margin: each is run up to there, and no
 * further. One that is faster is an upper bound that the limit breaks. */
static bool measure_above(const struct means *means, const struct prepared *prepared,
                          uint64_t limit_us, struct arena *arena, uint64_t *times,
                          size_t *out_count, struct err *err)
{
    const struct package *package = prepared->package;
    uint64_t high_us = (uint64_t)((double)limit_us * package->limits.time_limit_to_tle);
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];
        struct judgement judgement;
        if (!bounds_from_above(package, submission) || !is_program(submission))
            continue;
        if (!judge_example(means, prepared, submission, high_us, JUDGE_STOP_FIRST, arena,
                           &judgement, err))
            return false;
        if (slowest_case_us(&judgement) < high_us)
            times[(*out_count)++] = slowest_case_us(&judgement);
    }
    return true;
}

static bool measure_limit(const struct means *means, const struct prepared *prepared,
                          struct arena *arena, uint64_t *out_us, struct err *err)
{
    const struct package *package = prepared->package;
    uint64_t *lower = ARENA_ARRAY(arena, package->submission_count, uint64_t);
    uint64_t *upper = ARENA_ARRAY(arena, package->submission_count, uint64_t);
    size_t count = 0;
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];
        if (bounds_from_below(submission) && is_program(submission) &&
            !measure_below(means, prepared, submission, arena, &lower[count++], err))
            return err_wrap(err, "cannot measure the time limit");
    }
    struct limit_times bounds = { .lower_us = lower, .lower_count = count, .upper_us = upper };
    uint64_t limit_us;
    if (!limit_from_times(&bounds, &package->limits, &limit_us, err))
        return false;
    if (!measure_above(means, prepared, limit_us, arena, upper, &bounds.upper_count, err))
        return err_wrap(err, "cannot measure the time limit");
    return limit_from_times(&bounds, &package->limits, out_us, err);
}

/* The package's own limit, or the one that was measured before. */
static bool find_limit(const struct means *means, struct prepared *prepared)
{
    char name[HASH_TEXT_MAX];
    prepared->time_limit_us = prepared->package->limits.time_limit_us;
    if (prepared->time_limit_us)
        return true;
    if (prepared->package->kinds & PACKAGE_SUBMIT_ANSWER) {
        prepared->time_limit_us = 1000000; /* of nothing: there is no program to run */
        return true;
    }
    prepared->time_limit_is_measured = true;
    limits_cache_name(means, prepared->package, name);
    return limits_cache_get(means, name, &prepared->time_limit_us);
}

static bool keep_limit(const struct means *means, struct prepared *prepared, struct arena *arena,
                       struct err *err)
{
    char name[HASH_TEXT_MAX];
    limits_cache_name(means, prepared->package, name);
    return measure_limit(means, prepared, arena, &prepared->time_limit_us, err) &&
           limits_cache_put(means, name, prepared->time_limit_us, err);
}

static bool prepare(const struct means *means, struct package *package, bool measures,
                    struct arena *arena, struct prepared *out, struct err *err)
{
    struct prepared prepared = PREPARED_NONE;
    prepared.package = package;
    bool good = prepare_tests(means, package, arena, err) &&
                programs_build_tools(means, package, arena, &prepared.tools, err);
    bool has_limit = good && find_limit(means, &prepared);
    good = good && (has_limit || !measures || keep_limit(means, &prepared, arena, err));
    if (!good) {
        prepared_release(&prepared);
        return err_wrap(err, "cannot prepare problem '%s'", package->id);
    }
    *out = prepared;
    return true;
}

bool prepare_package(const struct means *means, struct package *package, struct arena *arena,
                     struct prepared *out, struct err *err)
{
    return prepare(means, package, true, arena, out, err);
}

bool prepare_unmeasured(const struct means *means, struct package *package, struct arena *arena,
                        struct prepared *out, struct err *err)
{
    return prepare(means, package, false, arena, out, err);
}

void prepared_release(struct prepared *prepared)
{
    package_tools_close(&prepared->tools);
}
