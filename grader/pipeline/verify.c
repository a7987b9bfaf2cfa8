/* verify.c - does a package judge as its author says? */
#include "grader/pipeline/verify.h"

#include <stdlib.h>
#include <string.h>

#include "grader/catalog/catalog.h"
#include "grader/judge/limit.h"
#include "grader/pipeline/verify_faults.h"
#include "grader/pipeline/verify_work.h"

/*
 * Theory of operation
 *
 *   package ─> prepare ─> data ─> units, first turn ─> time limit ─> units, second turn ─> margins
 *                                                                         └─> faults, when asked
 * for
 *
 * A unit is a submission; each has a worker of its own, which hands its part back as JSON. Where
 * the time limit is not known yet, those that must not be too slow run in the first turn under a
 * very long one: the limit comes from them, and as none of them can be above it, their results
 * hold. Who may be too slow needs the limit and runs in the second turn, up to limit ×
 * time_limit_to_tle, so that one run tells both its verdict and its distance. Parts are put
 * together in the order of the package, whoever was first.
 */

struct unit {
    enum { UNIT_SUBMISSION, UNIT_INPUTS, UNIT_OUTPUTS, UNIT_FAULT } kind;
    size_t index; /* of the submission; of the trial */
};

struct verifying {
    const struct verify_request *request;
    struct verify_bench bench;
    struct arena *arena;
    struct part all;
    struct verification *v;
    struct unit *units; /* of this turn */
    size_t unit_count;
    struct fault_plan plan;
    const struct verify_trial **trials; /* of the plan; NULL: not done */
};

/* ---- units ---- */

static const char *unit_name(const struct verifying *verifying, size_t at)
{
    const struct unit *unit = &verifying->units[at];
    return unit->kind == UNIT_INPUTS    ? "input validators"
           : unit->kind == UNIT_OUTPUTS ? "output validator"
           : unit->kind == UNIT_FAULT
               ? "faults"
               : verifying->bench.prepared.package->submissions[unit->index].sources.name;
}

static bool do_unit(const struct verifying *verifying, const struct unit *unit,
                    const struct worker_voice *voice, struct part *part, struct err *err)
{
    if (unit->kind == UNIT_INPUTS)
        return verify_inputs(&verifying->bench, part, err);
    if (unit->kind == UNIT_OUTPUTS)
        return verify_outputs(&verifying->bench, part, err);
    if (unit->kind == UNIT_FAULT)
        return verify_faults_try(&verifying->bench, &verifying->plan, unit->index, part, err);
    return verify_submission(&verifying->bench, unit->index, voice, part, err);
}

static bool work(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err)
{
    const struct verifying *verifying = context;
    SCOPED_ARENA arena = { 0 };
    struct part part = { .arena = &arena };
    return do_unit(verifying, &verifying->units[unit], voice, &part, err) &&
           (record_render(&verify_part_record, &part.made, VERIFICATION_SCHEMA_VERSION, out) ||
            err_set(err, ERR_FAULT, "the result is too large"));
}

static void progress(void *context, size_t unit, size_t done, size_t total)
{
    const struct verifying *verifying = context;
    if (verifying->request->progress)
        verifying->request->progress(verifying->request->context, unit_name(verifying, unit), done,
                                     total);
}

/* The first fault is told; the others are most likely its children. */
static void take_fault(struct verifying *verifying, const char *name, const struct err *err)
{
    struct verification *v = verifying->v;
    if (!*v->fault)
        v->fault = arena_printf(verifying->arena, "%s: %s", name, err->text);
}

static void take_result(struct verifying *verifying, size_t unit, struct worker_result *result)
{
    struct verify_part part;
    const char *name = unit_name(verifying, unit);
    if (!result->is_done ||
        !record_parse("the worker's result", result->bytes, &verify_part_record,
                      VERIFICATION_SCHEMA_VERSION, verifying->arena, &part, &result->err)) {
        take_fault(verifying, name, &result->err);
        return;
    }
    part_append(&verifying->all, &part);
    verifying->v->input_check_cpu_us += part.input_check_cpu_us;
    if (part.trial)
        verifying->trials[verifying->units[unit].index] = part.trial;
    if (part.submission)
        verifying->v->submissions[verifying->v->submission_count++] = *part.submission;
}

static void run_turn(struct verifying *verifying)
{
    struct err err = { 0 };
    struct worker_result *results =
        ARENA_ARRAY(verifying->arena, verifying->unit_count, struct worker_result);
    const struct workers workers = { .count = verifying->unit_count,
                                     .jobs = verifying->request->jobs,
                                     .context = verifying,
                                     .work = work,
                                     .progress = progress };
    if (!workers_run(&workers, verifying->arena, results, &err)) {
        take_fault(verifying, "workers", &err);
        return;
    }
    for (size_t i = 0; i < verifying->unit_count; i++)
        take_result(verifying, i, &results[i]);
}

/* ---- turns ---- */

static bool bounds_from_below(const struct package_submission *submission)
{
    if (submission->time_limit_use != TIME_LIMIT_BY_FOLDER)
        return submission->time_limit_use == TIME_LIMIT_LOWER;
    return strcmp(submission->folder, "accepted") == 0;
}

static void plan_unit(struct verifying *verifying, struct unit unit)
{
    verifying->units[verifying->unit_count++] = unit;
}

/* The slow ones first: nobody waits for a long one at the end. */
static void plan_submissions(struct verifying *verifying, bool bounding, bool others)
{
    static const enum time_limit_use order[] = { TIME_LIMIT_UPPER, TIME_LIMIT_UNUSED,
                                                 TIME_LIMIT_LOWER };
    const struct package *package = verifying->bench.prepared.package;
    for (size_t step = 0; step < COUNT_OF(order); step++)
        for (size_t i = 0; i < package->submission_count; i++) {
            const struct package_submission *submission = &package->submissions[i];
            if (catalog_time_limit_use(submission) == order[step] &&
                (bounds_from_below(submission) ? bounding : others))
                plan_unit(verifying, (struct unit){ UNIT_SUBMISSION, i });
        }
}

/* From those that ran in the first turn. */
static void find_limit(struct verifying *verifying)
{
    const struct package *package = verifying->bench.prepared.package;
    const struct verification *v = verifying->v;
    uint64_t *times = ARENA_ARRAY(verifying->arena, v->submission_count, uint64_t);
    size_t count = 0;
    struct err err = { 0 };
    for (size_t i = 0; i < v->submission_count; i++)
        if (*v->submissions[i].slowest_case && !v->submissions[i].is_cut)
            times[count++] = v->submissions[i].slowest_us;
    const struct limit_times bounds = { .lower_us = times, .lower_count = count };
    if (!limit_from_times(&bounds, &package->limits, &verifying->bench.prepared.time_limit_us,
                          &err))
        part_error(&verifying->all, VERIFY_TIME_LIMIT, "", "%s", err.text);
}

/* The units of this turn, with the reason. */
static void skip_units(struct verifying *verifying, const char *cause)
{
    const struct package *package = verifying->bench.prepared.package;
    for (size_t i = 0; i < verifying->unit_count; i++) {
        const struct package_submission *submission =
            &package->submissions[verifying->units[i].index];
        verifying->v->submissions[verifying->v->submission_count++] = (struct verify_submission){
            .name = submission->sources.name,
            .language = submission->language,
            .expected = verify_expected(submission, verifying->arena),
            .status = VERIFY_SKIPPED,
            .cause = cause,
            .slowest_case = "",
            .growth = "",
            .cells =
                ARENA_ARRAY(verifying->arena, verifying->bench.group_count, struct verify_cell),
            .cell_count = verifying->bench.group_count
        };
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct verify_submission *)a)->name,
                  ((const struct verify_submission *)b)->name);
}

static void run_units(struct verifying *verifying)
{
    struct verification *v = verifying->v;
    const struct package *package = verifying->bench.prepared.package;
    bool is_known = verifying->bench.prepared.time_limit_us > 0;
    v->submissions =
        ARENA_ARRAY(verifying->arena, package->submission_count, struct verify_submission);
    verifying->units = ARENA_ARRAY(verifying->arena, package->submission_count + 2, struct unit);
    plan_submissions(verifying, true, is_known);
    if (package->input_validator_count > 0)
        plan_unit(verifying, (struct unit){ UNIT_INPUTS, 0 });
    plan_unit(verifying, (struct unit){ UNIT_OUTPUTS, 0 });
    run_turn(verifying);
    if (!is_known) {
        find_limit(verifying);
        verifying->unit_count = 0;
        plan_submissions(verifying, false, true);
        if (verifying->bench.prepared.time_limit_us > 0)
            run_turn(verifying);
        else
            skip_units(verifying, "there is no time limit");
    }
    if (v->submission_count > 1)
        qsort(v->submissions, v->submission_count, sizeof *v->submissions, by_name);
}

/* ---- faults ---- */

/* Needs the time limit: a fault may make the solution endless. */
static void try_faults(struct verifying *verifying)
{
    struct verification *v = verifying->v;
    struct fault_plan *plan = &verifying->plan;
    struct err err = { 0 };
    if (verifying->bench.prepared.time_limit_us == 0)
        return; /* why there is none is told */
    if (!verify_faults_plan(&verifying->bench, &verifying->all, plan, &err)) {
        take_fault(verifying, "faults", &err);
        return;
    }
    if (plan->chosen_count == 0)
        return;
    size_t count = plan->chosen_count + 1;
    verifying->trials = ARENA_ARRAY(verifying->arena, count, const struct verify_trial *);
    verifying->units = ARENA_ARRAY(verifying->arena, count, struct unit);
    verifying->unit_count = 0;
    for (size_t i = 0; i < count; i++)
        plan_unit(verifying, (struct unit){ UNIT_FAULT, i });
    run_turn(verifying);
    v->faults = ARENA_NEW(verifying->arena, struct verify_faults);
    verify_faults_report(verifying->bench.prepared.package, plan, verifying->trials,
                         &verifying->all, v->faults);
}

/* ---- the whole ---- */

static bool has_own_cases(const struct package *package, const struct test_group *group,
                          size_t *out_count)
{
    *out_count = 0;
    for (size_t i = 0; i < package->case_count; i++)
        *out_count += package->cases[i].group == group;
    return *out_count > 0;
}

static void find_groups(struct verifying *verifying)
{
    const struct package *package = verifying->bench.prepared.package;
    struct verify_bench *bench = &verifying->bench;
    bench->groups = ARENA_ARRAY(verifying->arena, package->group_count, struct verify_group);
    for (size_t i = 0; i < package->group_count; i++) {
        size_t count;
        if (has_own_cases(package, package->groups[i], &count))
            bench->groups[bench->group_count++] =
                (struct verify_group){ package->groups[i]->name, count };
    }
    verifying->v->groups = bench->groups;
    verifying->v->group_count = bench->group_count;
}

static void take_warnings(struct verifying *verifying)
{
    const struct package *package = verifying->bench.prepared.package;
    for (size_t i = 0; i < package->warning_count; i++)
        part_warning(&verifying->all, VERIFY_PACKAGE, "", "%s", package->warnings[i]);
}

static int by_level_and_area(const void *a, const void *b)
{
    const struct verify_finding *left = a, *right = b;
    if (left->level != right->level)
        return left->level < right->level ? -1 : 1;
    if (left->area != right->area)
        return left->area < right->area ? -1 : 1;
    int places = strcmp(left->place, right->place);
    return places ? places : strcmp(left->text, right->text);
}

static int by_area(const void *a, const void *b)
{
    const struct verify_check *left = a, *right = b;
    if (left->area != right->area)
        return left->area < right->area ? -1 : 1;
    int places = strcmp(left->place, right->place);
    return places ? places : strcmp(left->text, right->text);
}

static void finish(struct verifying *verifying)
{
    struct verification *v = verifying->v;
    struct verify_part *all = &verifying->all.made;
    if (all->finding_count > 1)
        qsort(all->findings, all->finding_count, sizeof *all->findings, by_level_and_area);
    if (all->check_count > 1)
        qsort(all->checks, all->check_count, sizeof *all->checks, by_area);
    v->findings = all->findings;
    v->finding_count = all->finding_count;
    v->checks = all->checks;
    v->check_count = all->check_count;
    for (size_t i = 0; i < v->finding_count; i++)
        *(v->findings[i].level == FINDING_ERROR ? &v->error_count : &v->warning_count) += 1;
    v->passed = v->error_count == 0 && !*v->fault && !*v->bad_input;
}

static void take_err(struct verifying *verifying, const struct err *err)
{
    const char *text = arena_strdup(verifying->arena, err->text);
    *(err->kind == ERR_FAULT ? &verifying->v->fault : &verifying->v->bad_input) = text;
}

static void take_protection(struct verifying *verifying)
{
    const char *const *layers = runner_protection(verifying->bench.means->runner);
    struct verification *v = verifying->v;
    while (layers && layers[v->protection_count])
        v->protection_count++;
    v->protection = ARENA_ARRAY(verifying->arena, v->protection_count, const char *);
    for (size_t i = 0; i < v->protection_count; i++)
        v->protection[i] = layers[i];
}

static void take_time(struct verifying *verifying)
{
    const struct prepared *prepared = &verifying->bench.prepared;
    struct verify_time *time = &verifying->v->time;
    time->is_known = prepared->time_limit_us > 0;
    time->limit_us = prepared->time_limit_us;
    time->limit_is_measured = prepared->time_limit_is_measured;
    time->ac_to_limit = prepared->package->limits.ac_to_time_limit;
    time->limit_to_tle = prepared->package->limits.time_limit_to_tle;
    time->high_us = verify_high_us(prepared->package, prepared->time_limit_us);
}

/* Nothing can be judged without tests or validators: that is not as its author says. */
static bool give_up(struct verifying *verifying, struct err *err)
{
    const struct package *package = verifying->bench.prepared.package;
    if (err->kind != ERR_INPUT)
        return false;
    part_error(&verifying->all, VERIFY_PACKAGE, "", "%s", err->text);
    err_clear(err);
    verifying->v->submissions =
        ARENA_ARRAY(verifying->arena, package->submission_count, struct verify_submission);
    verifying->units = ARENA_ARRAY(verifying->arena, package->submission_count, struct unit);
    for (size_t i = 0; i < package->submission_count; i++)
        plan_unit(verifying, (struct unit){ UNIT_SUBMISSION, i });
    skip_units(verifying, "the package can't be prepared");
    return true;
}

static bool verify(struct verifying *verifying, struct err *err)
{
    struct verification *v = verifying->v;
    struct package *package = ARENA_NEW(verifying->arena, struct package);
    if (!catalog_load(verifying->request->package_path, verifying->arena, package, err))
        return false;
    v->package = package->id;
    v->name = package->name;
    v->format = package->format;
    v->case_count = package->case_count;
    verifying->bench.prepared = PREPARED_NONE;
    verifying->bench.prepared.package = package;
    take_protection(verifying);
    take_warnings(verifying);
    find_groups(verifying);
    if (!prepare_unmeasured(verifying->bench.means, package, verifying->arena,
                            &verifying->bench.prepared, err))
        return give_up(verifying, err);
    bool good = verify_data(&verifying->bench, &verifying->all, err);
    if (good) {
        run_units(verifying);
        take_time(verifying);
        verify_margins(v, &verifying->all);
        if (verifying->request->faults)
            try_faults(verifying);
    }
    prepared_release(&verifying->bench.prepared);
    return good;
}

void pipeline_verify(const struct means *means, const struct verify_request *request,
                     struct arena *arena, struct verification *out)
{
    struct err err = { 0 };
    *out = (struct verification){ .package = arena_strdup(arena, request->package_path),
                                  .name = "",
                                  .format = "",
                                  .bad_input = "",
                                  .fault = "",
                                  .time = { .slowest = "", .fastest = "" } };
    struct verifying verifying = { .request = request,
                                   .bench = { .means = means },
                                   .arena = arena,
                                   .all = { .arena = arena },
                                   .v = out };
    if (request->progress)
        request->progress(request->context, "preparing", 0, 0);
    if (!verify(&verifying, &err))
        take_err(&verifying, &err);
    finish(&verifying);
}
