/* growth.c - how the cost of one solution grows, from its counted program to the verdict. */
#include "grader/growth/growth.h"

#include <assert.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/growth/arbiter.h"
#include "grader/growth/fit.h"
#include "grader/growth/lines.h"
#include "grader/growth/requirement.h"
#include "grader/growth/suspicion.h"

enum { MIB = 1024 * 1024 };

uint64_t growth_memory_bytes(uint64_t limit_bytes)
{
    return 2 * limit_bytes + 16 * MIB; /* a head of 16 bytes for each block, and our own code */
}

static struct growth_point *copy_points(const struct growth_point *points, size_t count,
                                        struct arena *arena)
{
    struct growth_point *copy = ARENA_ARRAY(arena, count, struct growth_point);
    if (count > 0)
        memcpy(copy, points, count * sizeof *copy);
    return copy;
}

static const char *too_few(const struct lab_series *series, struct arena *arena)
{
    if (series->stopped[0])
        return arena_printf(arena, "only %zu sizes could be run: %s", series->count,
                            series->stopped);
    return arena_printf(arena, "the plan has only %zu sizes", series->count);
}

static bool set_distance(const struct growth_plan *plan, size_t resource,
                         struct growth_curve *curve, struct err *err)
{
    const struct growth_demand *demand = &plan->demands[resource];
    curve->required = demand->text;
    if (!demand->text || curve->not_measured)
        return true;
    if (plan->has_second)
        return requirement_measure_two(demand->text, curve->points, curve->point_count,
                                       &curve->distance, err);
    requirement_measure(&demand->requirement, curve, &curve->distance);
    return true;
}

static bool fill_curve(const struct growth_request *request, const struct lab_series *series,
                       size_t resource, struct arena *arena, struct growth_curve *out,
                       struct err *err)
{
    const struct lab_series *reference = request->reference;
    struct growth_curve curve = { .points =
                                      copy_points(series->points[resource], series->count, arena),
                                  .point_count = series->count };
    if (reference) {
        curve.reference = copy_points(reference->points[resource], reference->count, arena);
        curve.reference_count = reference->count;
    }
    if (series->count < FIT_POINT_MIN)
        curve.not_measured = too_few(series, arena);
    else if (!request->plan->has_second)
        curve.has_fit = fit_curve(curve.points, curve.point_count, &curve.fit);
    if (!curve.not_measured && !request->plan->has_second && !curve.has_fit)
        curve.not_measured = "the counts are no curve";
    if (!set_distance(request->plan, resource, &curve, err))
        return err_wrap(err, "growth.yaml: '%s'",
                        growth_resource_name((enum growth_resource)resource));
    *out = curve;
    return true;
}

/*
 * What the counted program does must be what the ordinary one does, and the same again. At a size
 * in the middle, where a difference would pay.
 */
static bool check_behaviour(const struct growth_request *request, const struct lab_series *series,
                            struct arena *arena, struct growth *growth, struct err *err)
{
    const struct growth_point *at = &series->points[GROWTH_TIME][series->count / 2];
    struct lab_repeats repeats;
    if (*growth->suspicion)
        return true;
    if (!lab_repeat(request->lab, request->program, request->plain, request->has_starter,
                    growth_memory_bytes(request->memory_bytes), at, &repeats, err))
        return false;
    growth->cpu_us += repeats.cpu_us;
    if (!repeats.prints_same)
        growth->suspicion = "the program prints something else when it is counted";
    else
        growth->suspicion = suspicion_of_repeats(&repeats, &growth->curves[GROWTH_TIME], arena);
    return true;
}

/* ---- lines ---- */

static bool all_have_details(const struct lab_series *series, const struct lab_details *details)
{
    for (size_t i = 0; i < series->count; i++)
        if (!details->at[i].counters)
            return false;
    return series->count >= FIT_POINT_MIN;
}

static bool find_lines(const struct growth_request *request, const struct lab_series *series,
                       const struct lab_details *details, struct arena *arena, struct growth *out,
                       struct err *err)
{
    uint64_t addresses[LINES_CALLS_MAX];
    struct count_place places[LINES_CALLS_MAX];
    struct call_place calls[LINES_CALLS_MAX];
    uint64_t cpu_us = 0;
    if (request->program->regions->function_count == 0 || !all_have_details(series, details))
        return true;
    size_t count = lines_calls(series, details, addresses);
    if (count > 0 && !count_locate(request->runner, request->program, addresses, count, arena,
                                   places, &cpu_us, err))
        return false;
    out->cpu_us += cpu_us;
    for (size_t i = 0; i < count; i++)
        calls[i] = (struct call_place){ addresses[i], places[i].file, places[i].line };
    regions_bind(request->program->regions, details->functions, details->function_count);
    const struct lines_request lines = { .sources = request->sources,
                                         .counted = request->program->counted,
                                         .counted_count = request->program->counted_count,
                                         .regions = request->program->regions,
                                         .series = series,
                                         .details = details,
                                         .calls = calls,
                                         .call_count = count,
                                         .has_second = request->plan->has_second,
                                         .required = request->plan->demands[GROWTH_TIME].text };
    lines_measure(&lines, arena, out);
    return true;
}

/* ---- suspicion ---- */

/* What the source or the clock says may be wrong: where qemu is, it decides. */
static bool settle(const struct growth_request *request, struct arena *arena, struct growth *growth,
                   struct err *err)
{
    const struct growth_curve *time = &growth->curves[GROWTH_TIME];
    struct arbiter_opinion opinion;
    SCOPED_FD bare = -1;
    uint64_t build_us = 0;
    if (!*growth->suspicion || !request->build_bare || !arbiter_exists())
        return true;
    if (!request->build_bare(request->context, &bare, &build_us, err))
        return false;
    const struct arbiter_request ask = { request->runner, request->lab,     request->plan, bare,
                                         time->points,    time->point_count };
    if (!arbiter_ask(&ask, arena, &opinion, err))
        return false;
    growth->cpu_us += build_us + opinion.cpu_us;
    if (opinion.is_known && opinion.is_honest)
        growth->suspicion = "";
    else if (opinion.is_known)
        growth->suspicion = arena_printf(arena, "%s; %s", growth->suspicion, opinion.verdict);
    return true;
}

static bool find_suspicion(const struct growth_request *request, const struct lab_series *series,
                           const struct lab_details *details, struct arena *arena,
                           struct growth *out, struct err *err)
{
    out->suspicion = suspicion_of_symbols(request->program, arena);
    if (!*out->suspicion && details->has_foreign)
        out->suspicion = "something of the program's own stands among the counters";
    if (!check_behaviour(request, series, arena, out, err))
        return false;
    if (*out->suspicion)
        return true;
    out->suspicion = request->program->escape;
    if (!*out->suspicion)
        out->suspicion = suspicion_of_time(series, request->reference, arena);
    return settle(request, arena, out, err);
}

/* ---- all of it ---- */

static bool run(const struct growth_request *request, struct arena *arena, struct growth *out,
                struct err *err)
{
    struct lab_details *details = ARENA_NEW(arena, struct lab_details);
    struct lab_series *series = ARENA_NEW(arena, struct lab_series);
    if (!lab_measure(request->lab, request->program, request->sources->name, request->has_starter,
                     growth_memory_bytes(request->memory_bytes), series, details, err))
        return false;
    out->stopped = series->stopped;
    out->cpu_us += series->cpu_us;
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        if (!fill_curve(request, series, i, arena, &out->curves[i], err))
            return false;
    if (!find_lines(request, series, details, arena, out, err))
        return false;
    if (series->count < FIT_POINT_MIN)
        out->not_measured = out->curves[GROWTH_TIME].not_measured;
    if (series->count == 0) {
        if (!*out->suspicion)
            out->suspicion = suspicion_of_symbols(request->program, arena);
        return true;
    }
    return find_suspicion(request, series, details, arena, out, err);
}

void growth_set_not_measured(const struct growth_plan *plan, const char *reason, struct growth *out)
{
    *out = (struct growth){ .not_measured = reason, .stopped = "", .suspicion = "" };
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++) {
        out->curves[i].not_measured = reason;
        out->curves[i].required = plan->demands[i].text;
    }
}

bool growth_measure(const struct growth_request *request, struct arena *arena, struct growth *out,
                    struct err *err)
{
    const struct count_program *program = request->program;
    assert(request->plan && request->lab && request->sources);
    struct growth growth = { .not_measured = program->refused,
                             .is_per_operation = request->plan->operations != NULL,
                             .static_bytes = program->static_bytes,
                             .stopped = "",
                             .suspicion = program->escape,
                             .blind_spots = program->blind_spots,
                             .blind_spot_count = program->blind_spot_count,
                             .cpu_us = program->cpu_us };
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++) {
        growth.curves[i].not_measured = program->refused;
        growth.curves[i].required = request->plan->demands[i].text;
    }
    if (!program->refused && !run(request, arena, &growth, err))
        return err_wrap(err, "cannot measure the growth of '%s'", request->sources->name);
    *out = growth;
    return true;
}
