/* requirement.c - how far a measured curve is from the cost that is required. */
#include "grader/growth/requirement.h"

#include <assert.h>
#include <math.h>

#include "grader/base/attr.h"
#include "grader/growth/expression.h"
#include "grader/growth/fit.h"

static const double off_ladder_excess = 1.0 / 3;
static const double off_ladder_excess_below = 0.4; /* less than sqrt n has over 1 */

/* ---- one parameter ---- */

/* The largest size that is at most half of the last one; the first one when there is none. */
static const struct growth_point *half_way(const struct growth_curve *curve)
{
    const struct growth_point *last = &curve->points[curve->point_count - 1];
    const struct growth_point *best = curve->points;
    for (size_t i = 0; i < curve->point_count; i++)
        if (curve->points[i].n <= last->n / 2)
            best = &curve->points[i];
    return best;
}

static double excess_exponent(enum growth_class required, const struct growth_curve *curve)
{
    const struct growth_point *last = &curve->points[curve->point_count - 1];
    const struct growth_point *half = half_way(curve);
    if (half == last)
        return 0;
    double grown = log(fmax(last->cost, 1) / fmax(half->cost, 1));
    double allowed = growth_class_log(required, last->n) - growth_class_log(required, half->n);
    return (grown - allowed) / log(last->n / half->n);
}

/*
 * The same as a slope by least squares over the larger half of the sizes: a curve that no class
 * describes is often one with noise, and a single doubling says little then.
 */
static double excess_slope(enum growth_class required, const struct growth_curve *curve)
{
    const struct growth_point *points = curve->points;
    size_t count = curve->point_count, first = 0;
    double middle = sqrt(points[0].n * points[count - 1].n), sums[5] = { 0 };
    while (first + 3 < count && points[first].n < middle)
        first++;
    for (size_t i = first; i < count; i++) {
        double x = log(points[i].n);
        double y = log(fmax(points[i].cost, 1)) - growth_class_log(required, points[i].n);
        const double terms[] = { 1, x, y, x * x, x * y };
        for (size_t k = 0; k < COUNT_OF(sums); k++)
            sums[k] += terms[k];
    }
    double spread = sums[0] * sums[3] - sums[1] * sums[1];
    return spread > 0 ? (sums[0] * sums[4] - sums[1] * sums[2]) / spread : 0;
}

static double reference_multiple(const struct growth_curve *curve)
{
    const struct growth_point *last = &curve->points[curve->point_count - 1];
    for (size_t i = 0; i < curve->reference_count; i++)
        if (curve->reference[i].n == last->n && curve->reference[i].m == last->m)
            return last->cost / fmax(curve->reference[i].cost, 1);
    return 0;
}

enum growth_class requirement_with_log(enum growth_class class)
{
    switch ((int)class) {
    case GROWTH_1:
        return GROWTH_LOG_N;
    case GROWTH_N:
        return GROWTH_N_LOG_N;
    case GROWTH_N_2:
        return GROWTH_N_2_LOG_N;
    default:
        return class;
    }
}

static bool is_met(const struct requirement *requirement, const struct growth_curve *curve)
{
    const struct growth_fit *fit = &curve->fit;
    if (fit->is_off_ladder)
        return excess_slope(requirement->class, curve) <
               (fit->class <= requirement->class ? off_ladder_excess_below : off_ladder_excess);
    if (fit->candidates[0] <= requirement->class)
        return true;
    bool by_log = fit->candidates[0] <= requirement_with_log(requirement->class);
    return by_log && (!requirement->strict || fit->confidence < CONFIDENCE_CERTAIN);
}

void requirement_measure(const struct requirement *requirement, const struct growth_curve *curve,
                         struct growth_distance *out)
{
    assert(curve->point_count > 0 && curve->fit.candidate_count > 0);
    double excess = excess_exponent(requirement->class, curve);
    *out = (struct growth_distance){
        .met = is_met(requirement, curve),
        .steps = (int)curve->fit.class - (int)requirement->class,
        .excess_exponent = excess,
        .reference_multiple = reference_multiple(curve),
    };
}

/* ---- two parameters ---- */

bool requirement_excess(const char *expression, const struct growth_point *points, size_t count,
                        struct excess *out, struct err *err)
{
    double allowed[GROWTH_POINT_MAX];
    assert(count <= GROWTH_POINT_MAX);
    for (size_t i = 0; i < count; i++) {
        allowed[i] = 1;
        if (expression && !expression_value(expression, points[i].n, points[i].m, &allowed[i], err))
            return false;
    }
    return excess_of(points, allowed, count, out) ||
           err_set(err, ERR_INPUT, "the sizes must vary in n and in m independently");
}

bool requirement_measure_two(const char *expression, const struct growth_point *points,
                             size_t count, struct growth_distance *out, struct err *err)
{
    struct excess excess;
    if (!requirement_excess(expression, points, count, &excess, err))
        return false;
    *out = (struct growth_distance){ .met = excess.n <= excess_most && excess.m <= excess_most,
                                     .excess_exponent = excess.n,
                                     .excess_exponent_m = excess.m };
    return true;
}
