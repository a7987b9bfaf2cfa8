/* disclose_growth.c - a measurement of growth as it may leave the grader: all of it (disclose.h).
 */
#include <string.h>

#include "grader/report/disclose.h"

enum { LINES_MAX = 200 };

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : "";
}

static struct growth_point *copy_points(const struct growth_point *points, size_t count,
                                        struct arena *arena)
{
    struct growth_point *out = ARENA_ARRAY(arena, count, struct growth_point);
    if (count > 0)
        memcpy(out, points, count * sizeof *out);
    return out;
}

static void copy_fit(const struct growth_fit *fit, struct arena *arena, struct report_curve *out)
{
    out->class = fit->class;
    out->candidates = ARENA_ARRAY(arena, fit->candidate_count, const char *);
    for (size_t i = 0; i < fit->candidate_count; i++)
        out->candidates[out->candidate_count++] = growth_class_name(fit->candidates[i]);
    out->separation = fit->separation;
    out->confidence = fit->confidence;
    out->share = fit->share;
    out->residual = fit->residual;
    out->is_off_ladder = fit->is_off_ladder;
    out->refits = fit->refits;
    out->agreeing = fit->agreeing;
}

static void copy_distance(const struct growth_distance *distance, struct report_curve *out)
{
    out->met = distance->met;
    out->steps = distance->steps;
    out->excess_exponent = distance->excess_exponent;
    out->excess_exponent_m = distance->excess_exponent_m;
    out->reference_multiple = distance->reference_multiple;
}

static struct report_curve curve_of(const struct growth_curve *curve, size_t resource,
                                    struct arena *arena)
{
    struct report_curve out = {
        .resource = (enum growth_resource)resource,
        .not_measured = copy(arena, curve->not_measured),
        .required = copy(arena, curve->required),
        .points = copy_points(curve->points, curve->point_count, arena),
        .point_count = curve->point_count,
        .reference = copy_points(curve->reference, curve->reference_count, arena),
        .reference_count = curve->reference_count,
    };
    if (curve->not_measured)
        return out;
    out.has_fit = curve->has_fit;
    if (curve->has_fit)
        copy_fit(&curve->fit, arena, &out);
    if (curve->required)
        copy_distance(&curve->distance, &out);
    return out;
}

static void copy_lines(const struct growth *growth, struct arena *arena, struct report_growth *out)
{
    out->line_count = growth->line_count < LINES_MAX ? growth->line_count : LINES_MAX;
    out->lines = ARENA_ARRAY(arena, out->line_count, struct growth_line);
    for (size_t i = 0; i < out->line_count; i++) {
        out->lines[i] = growth->lines[i];
        out->lines[i].file = copy(arena, growth->lines[i].file);
    }
}

static void copy_unexecuted(const struct growth *growth, struct arena *arena,
                            struct report_growth *out)
{
    out->unexecuted_count =
        growth->unexecuted_count < LINES_MAX ? growth->unexecuted_count : LINES_MAX;
    out->unexecuted = ARENA_ARRAY(arena, out->unexecuted_count, struct growth_line_range);
    for (size_t i = 0; i < out->unexecuted_count; i++) {
        out->unexecuted[i] = growth->unexecuted[i];
        out->unexecuted[i].file = copy(arena, growth->unexecuted[i].file);
    }
}

struct report_growth *report_growth_of(const struct growth *growth, struct arena *arena)
{
    if (!growth)
        return NULL;
    struct report_growth *out = ARENA_NEW(arena, struct report_growth);
    *out = (struct report_growth){
        .not_measured = copy(arena, growth->not_measured),
        .is_per_operation = growth->is_per_operation,
        .curves = ARENA_ARRAY(arena, GROWTH_RESOURCE_COUNT, struct report_curve),
        .curve_count = GROWTH_RESOURCE_COUNT,
        .static_bytes = growth->static_bytes,
        .stopped = copy(arena, growth->stopped),
        .suspicion = copy(arena, growth->suspicion),
        .blind_spots = ARENA_ARRAY(arena, growth->blind_spot_count, const char *),
        .blind_spot_count = growth->blind_spot_count,
        .cpu_us = growth->cpu_us,
    };
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        out->curves[i] = curve_of(&growth->curves[i], i, arena);
    for (size_t i = 0; i < growth->blind_spot_count; i++)
        out->blind_spots[i] = copy(arena, growth->blind_spots[i]);
    copy_lines(growth, arena, out);
    copy_unexecuted(growth, arena, out);
    return out;
}
