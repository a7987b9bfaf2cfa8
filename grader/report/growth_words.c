/* growth_words.c - what was measured of the growth, in words. */
#include "grader/report/growth_words.h"

#include <math.h>

const char *growth_words_class(const struct report_curve *curve, struct arena *arena)
{
    const char *text = "";
    if (!curve->has_fit)
        return "as measured";
    if (curve->is_off_ladder)
        return arena_printf(arena, "between the classes, nearest to %s",
                            growth_class_name(curve->class));
    for (size_t i = 0; i < curve->candidate_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? " or " : "", curve->candidates[i]);
    return text[0] ? text : growth_class_name(curve->class);
}

const char *growth_words_measured(const struct report_curve *curve, struct arena *arena)
{
    if (curve->not_measured[0])
        return arena_printf(arena, "not measured: %s", curve->not_measured);
    const char *class = growth_words_class(curve, arena);
    return curve->has_fit
               ? arena_printf(arena, "%s (%s)", class, growth_confidence_name(curve->confidence))
               : class;
}

bool growth_is_judged(const struct report_curve *curve)
{
    return curve->required[0] && !curve->not_measured[0];
}

const char *growth_words_excess(const struct report_curve *curve, struct arena *arena)
{
    if (!growth_is_judged(curve) || curve->met)
        return "";
    if (!curve->has_fit)
        return arena_printf(arena, "n^%.2f and m^%.2f more", curve->excess_exponent,
                            curve->excess_exponent_m);
    return arena_printf(arena, "%lld step%s above it, n^%.2f more", (long long)curve->steps,
                        curve->steps == 1 ? "" : "s", curve->excess_exponent);
}

const char *growth_words_number(double value, struct arena *arena)
{
    return arena_printf(arena, "%.*f", value < 9.95 && value != floor(value) ? 1 : 0, value);
}

const char *growth_words_multiple(const struct report_curve *curve, struct arena *arena)
{
    if (!growth_is_judged(curve) || !(curve->reference_multiple > 0) || curve->point_count == 0)
        return "";
    double times = curve->reference_multiple;
    return arena_printf(arena, "%.*f times the reference's cost at n = %.0f", times < 9.95, times,
                        curve->points[curve->point_count - 1].n);
}

/* What is required of the time. */
static const char *required_of(const struct report_growth *growth)
{
    const struct report_curve *time = growth_curve_of(growth, GROWTH_TIME);
    return time ? time->required : "";
}

const char *growth_words_line(const struct report_growth *growth, const struct growth_line *line,
                              struct arena *arena)
{
    const char *required = required_of(growth);
    switch (line->pace) {
    case PACE_ALONE:
        return arena_printf(arena, "n^%.2f m^%.2f", line->excess_exponent, line->excess_exponent_m);
    case PACE_WITHIN:
        return arena_printf(arena, "no faster than %s", required);
    case PACE_N:
        return arena_printf(arena, "n^%.2f faster than %s", line->excess_exponent, required);
    case PACE_M:
        return arena_printf(arena, "m^%.2f faster than %s", line->excess_exponent_m, required);
    case PACE_N_AND_M:
        return arena_printf(arena, "n^%.2f m^%.2f faster than %s", line->excess_exponent,
                            line->excess_exponent_m, required);
    case PACE_NONE:
    case PACE_COUNT:
        break;
    }
    return growth_class_name(line->class);
}

const char *growth_words_span(const struct report_growth *growth, const struct growth_span *span,
                              struct arena *arena)
{
    const struct growth_line line = { .class = span->class,
                                      .pace = span->pace,
                                      .excess_exponent = span->excess_exponent,
                                      .excess_exponent_m = span->excess_exponent_m };
    return growth_words_line(growth, &line, arena);
}

const char *growth_words_lines(const struct growth_span *span, struct arena *arena)
{
    if (span->first == span->last)
        return arena_printf(arena, "line %u", span->first);
    return arena_printf(arena, "lines %u\xe2\x80\x93%u", span->first, span->last);
}

const char *growth_words_unit(const struct report_growth *growth, enum growth_resource resource)
{
    if (resource == GROWTH_TIME)
        return growth->is_per_operation ? "units of work for each operation" : "units of work";
    return resource == GROWTH_HEAP ? "bytes of heap" : "bytes of stack";
}

const struct report_curve *growth_curve_of(const struct report_growth *growth,
                                           enum growth_resource resource)
{
    for (size_t i = 0; i < growth->curve_count; i++)
        if (growth->curves[i].resource == resource)
            return &growth->curves[i];
    return NULL;
}
