/* runner_check.c - is what was measured of a program what its header says? */
#include "tests/growth/runner_check.h"

#include <math.h>
#include <string.h>

#include "grader/growth/fit.h"
#include "grader/growth/requirement.h"
#include "tests/support/growth_curves.h"

void tally_add(struct tally *sum, const struct tally *one)
{
    unsigned *to = (unsigned *)sum;
    const unsigned *from = (const unsigned *)one;
    for (size_t i = 0; i < offsetof(struct tally, cpu_us) / sizeof *to; i++)
        to[i] += from[i];
    sum->cpu_us += one->cpu_us;
    sum->wall_us += one->wall_us;
    sum->measured += one->measured;
    if (one->worst_cpu_us > sum->worst_cpu_us)
        sum->worst_cpu_us = one->worst_cpu_us;
}

/* ---- classes ---- */

static bool is_right(const struct specimen *program, size_t resource, enum growth_class class)
{
    return class == program->class[resource] ||
           (resource == GROWTH_TIME && program->has_also && class == program->also);
}

static void check_class(const struct specimen *program, const struct growth *growth,
                        size_t resource, struct tally *tally, struct buf *out)
{
    const struct growth_curve *curve = &growth->curves[resource];
    const char *what = growth_resource_name((enum growth_resource)resource);
    const struct growth_fit *fit = &curve->fit;
    if (curve->not_measured || !curve->has_fit) {
        buf_printf(out, "%s is not measured: %s\n", what,
                   curve->not_measured ? curve->not_measured : "no fit");
        return;
    }
    bool right = is_right(program, resource, fit->class);
    bool certain = fit->confidence == CONFIDENCE_CERTAIN && !fit->is_off_ladder;
    tally->curves++;
    tally->exact += right;
    tally->certain += certain;
    tally->certain_exact += certain && right;
    if (!right)
        buf_printf(out, "%s%s is %s and not %s, separation %.2f, residual %.4f%s\n",
                   certain ? "" : "note: ", what, growth_class_name(fit->class),
                   growth_class_name(program->class[resource]), fit->separation, fit->residual,
                   fit->is_off_ladder ? ", off the ladder" : "");
}

/* ---- verdicts ---- */

/* Nobody fails for a log factor. */
static bool is_log_above(enum growth_class class, enum growth_class required)
{
    return (class == GROWTH_LOG_N && required == GROWTH_1) ||
           (class == GROWTH_N_LOG_N && required == GROWTH_N) ||
           (class == GROWTH_N_2_LOG_N && required == GROWTH_N_2);
}

/* Every class of the ladder as a requirement. */
static void check_verdicts(const struct specimen *program, const struct growth_curve *curve,
                           size_t resource, struct tally *tally, struct buf *out)
{
    enum growth_class truth = program->class[resource];
    for (int k = 0; k < GROWTH_CLASS_COUNT && curve->has_fit; k++) {
        const struct requirement requirement = { .class = (enum growth_class)k };
        struct growth_distance distance;
        bool should = truth <= requirement.class || is_log_above(truth, requirement.class);
        requirement_measure(&requirement, curve, &distance);
        tally->verdicts++;
        tally->false_accepts += distance.met && !should;
        tally->false_rejects += !distance.met && should;
        if (distance.met != should)
            buf_printf(out, "%s: %s of %s: excess exponent %.2f, %s, separation %.2f%s\n",
                       growth_resource_name((enum growth_resource)resource),
                       should ? "false reject" : "false accept",
                       growth_class_name(requirement.class), distance.excess_exponent,
                       growth_class_name(curve->fit.class), curve->fit.separation,
                       curve->fit.is_off_ladder ? ", off the ladder" : "");
    }
}

static void check_expressions(const struct growth_curve *curve, const char *const *expressions,
                              bool should, struct tally *tally, struct buf *out)
{
    for (; *expressions; expressions++) {
        struct growth_distance distance;
        struct err err = { 0 };
        if (!requirement_measure_two(*expressions, curve->points, curve->point_count, &distance,
                                     &err)) {
            buf_printf(out, "'%s': %s\n", *expressions, err.text);
            continue;
        }
        tally->verdicts++;
        tally->false_accepts += distance.met && !should;
        tally->false_rejects += !distance.met && should;
        if (distance.met != should)
            buf_printf(out, "%s of '%s': n^%.2f and m^%.2f more\n",
                       should ? "false reject" : "false accept", *expressions,
                       distance.excess_exponent, distance.excess_exponent_m);
    }
}

/* ---- lower-order terms ---- */

/* What usually stands beside a leading term. */
static const enum growth_class lower_of[GROWTH_CLASS_COUNT] = {
    [GROWTH_LOG_N] = GROWTH_1,       [GROWTH_SQRT_N] = GROWTH_LOG_N,
    [GROWTH_N] = GROWTH_SQRT_N,      [GROWTH_N_LOG_N] = GROWTH_N,
    [GROWTH_N_1_5] = GROWTH_N,       [GROWTH_N_2] = GROWTH_N,
    [GROWTH_N_2_LOG_N] = GROWTH_N_2, [GROWTH_N_3] = GROWTH_N_2,
    [GROWTH_2_TO_N] = GROWTH_N_2,    [GROWTH_N_FACTORIAL] = GROWTH_2_TO_N,
};

static void try_term(const struct specimen *program, const struct growth_curve *curve, int term,
                     double times, enum growth_class lower, struct tally *tally)
{
    struct growth_point points[GROWTH_POINT_MAX];
    struct growth_fit fit = { .class = GROWTH_1 };
    size_t count = curve->point_count;
    double last = curve->points[count - 1].cost, n = curve->points[count - 1].n;
    for (size_t i = 0; i < count; i++) {
        points[i] = curve->points[i];
        points[i].cost += times * last * curve_value(lower, points[i].n) / curve_value(lower, n);
    }
    bool fitted = fit_curve(points, count, &fit);
    tally->made[term]++;
    tally->ours[term] += fitted && is_right(program, GROWTH_TIME, fit.class);
    tally->google[term] += is_right(program, GROWTH_TIME, curve_google(points, count));
    tally->big_o[term] += is_right(program, GROWTH_TIME, curve_big_o(points, count));
}

void check_with_terms(const struct specimen *program, const struct growth_curve *curve,
                      struct tally *tally)
{
    static const double times[TALLY_TERMS] = { 0, 0.1, 0.3, 1, 3 };
    enum growth_class class = program->class[GROWTH_TIME];
    if (!curve->has_fit || class == GROWTH_1)
        return;
    for (int term = 0; term < TALLY_TERMS; term++) {
        try_term(program, curve, term, times[term], GROWTH_1, tally);
        if (term > 0 && lower_of[class] != GROWTH_1)
            try_term(program, curve, term, times[term], lower_of[class], tally);
    }
}

/* ---- all of it ---- */

static void check_suspicion(const struct specimen *program, const struct growth *growth,
                            struct tally *tally, struct buf *out)
{
    bool is_flagged = *growth->suspicion != '\0';
    if (program->is_hostile) {
        tally->hostile++;
        tally->hostile_flagged += is_flagged;
        if (!is_flagged)
            buf_puts(out, "it is not flagged\n");
        return;
    }
    tally->honest++;
    tally->honest_flagged += is_flagged;
    if (is_flagged)
        buf_printf(out, "it is flagged: %s\n", growth->suspicion);
    if (growth->blind_spot_count > 0)
        buf_printf(out, "not counted: %s\n", growth->blind_spots[0]);
}

/* Two parameters and nothing required: a line tells by which powers it grows. */
static void check_hottest(const struct specimen *program, const struct growth *growth,
                          struct buf *out)
{
    const double most = 0.15;
    const struct growth_line *line = growth->lines;
    if (program->hottest_line == 0)
        return;
    if (growth->line_count == 0)
        buf_puts(out, "no line is told of\n");
    else if (line->line != program->hottest_line || line->pace != PACE_ALONE ||
             fabs(line->excess_exponent - program->hottest[0]) > most ||
             fabs(line->excess_exponent_m - program->hottest[1]) > most)
        buf_printf(out, "the hottest line is %u, %s: n^%.2f m^%.2f\n", line->line,
                   growth_pace_name(line->pace), line->excess_exponent, line->excess_exponent_m);
}

void check_program(const struct specimen *program, const struct growth *growth, struct tally *tally,
                   struct buf *out)
{
    const struct growth_curve *time = &growth->curves[GROWTH_TIME];
    if (!program->is_hostile) {
        tally->cpu_us = tally->worst_cpu_us = growth->cpu_us;
        tally->measured = 1;
    }
    check_suspicion(program, growth, tally, out);
    check_hottest(program, growth, out);
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        if (program->has_class[i]) {
            check_class(program, growth, i, tally, out);
            check_verdicts(program, &growth->curves[i], i, tally, out);
        }
    if (program->static_bytes > 0 && (growth->static_bytes < program->static_bytes ||
                                      growth->static_bytes > program->static_bytes + 1024))
        buf_printf(out, "static data are %llu bytes and not %lu\n",
                   (unsigned long long)growth->static_bytes, program->static_bytes);
    if (program->has_class[GROWTH_TIME])
        check_with_terms(program, time, tally);
    if (program->meets[0] && time->not_measured)
        buf_printf(out, "not measured: %s\n", time->not_measured);
    else
        check_expressions(time, program->meets, true, tally, out);
    if (!time->not_measured)
        check_expressions(time, program->exceeds, false, tally, out);
}
