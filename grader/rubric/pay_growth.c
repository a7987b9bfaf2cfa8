/* pay_growth.c - what the measured growth is worth by one criterion. */
#include "grader/rubric/pay_growth.h"

#include <math.h>

#include "grader/model/points.h"
#include "grader/rubric/paid.h"

/* The worst resource so far, and what is said of all. */
struct tally {
    size_t required, measured;
    double share;
    const char *reason, *not_measured;
};

static bool is_about(enum growth_need need, size_t resource)
{
    switch (need) {
    case NEED_TIME:
        return resource == GROWTH_TIME;
    case NEED_HEAP:
        return resource == GROWTH_HEAP;
    case NEED_STACK:
        return resource == GROWTH_STACK;
    case NEED_MEMORY:
        return resource != GROWTH_TIME;
    case NEED_ALL:
    case NEED_COUNT:
        break;
    }
    return true;
}

/* Steps from the better of two classes that fit equally well. */
static double steps(const struct growth_curve *curve)
{
    const struct growth_fit *fit = &curve->fit;
    return curve->distance.steps - ((int)fit->class - (int)fit->candidates[0]);
}

static double distance_of(enum growth_distance_kind by, const struct growth_curve *curve)
{
    const struct growth_distance *d = &curve->distance;
    if (by == DISTANCE_MULTIPLE)
        return d->reference_multiple;
    if (d->met)
        return 0;
    if (by == DISTANCE_STEPS && curve->has_fit)
        return fmax(steps(curve), 0);
    return fmax(fmax(d->excess_exponent, d->excess_exponent_m), 0);
}

/* ---- words ---- */

static const char *class_words(const struct growth_curve *curve, struct arena *arena)
{
    const struct growth_fit *fit = &curve->fit;
    const char *text = "";
    if (!curve->has_fit)
        return "as measured";
    for (size_t i = 0; i < fit->candidate_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? " or " : "",
                            growth_class_name(fit->candidates[i]));
    return arena_printf(arena, "%s (%s)", text, growth_confidence_name(fit->confidence));
}

static const char *excess_words(const struct growth_curve *curve, struct arena *arena)
{
    const struct growth_distance *d = &curve->distance;
    if (!curve->has_fit)
        return arena_printf(arena, "n^%.2f and m^%.2f more", d->excess_exponent,
                            d->excess_exponent_m);
    return arena_printf(arena, "%d step%s above it, n^%.2f more", d->steps,
                        d->steps == 1 ? "" : "s", d->excess_exponent);
}

static const char *words(const struct rubric_growth *terms, size_t resource,
                         const struct growth_curve *curve, struct arena *arena)
{
    const char *name = growth_resource_name((enum growth_resource)resource);
    const char *class = class_words(curve, arena);
    if (terms->by == DISTANCE_MULTIPLE)
        return arena_printf(
            arena, "Its %s is %.1f times the reference's at the largest size, n = %.0f.", name,
            curve->distance.reference_multiple, curve->points[curve->point_count - 1].n);
    if (curve->distance.met)
        return arena_printf(arena, "Its %s grows as %s; %s is asked for.", name, class,
                            curve->required);
    return arena_printf(arena, "Its %s grows as %s, but %s is asked for: %s.", name, class,
                        curve->required, excess_words(curve, arena));
}

/* ---- paying ---- */

static double share_of(const struct rubric_growth *terms, const struct growth_curve *curve)
{
    if (terms->corner_count == 0)
        return curve->distance.met ? 1 : 0;
    return paid_by_distance(terms, distance_of(terms->by, curve));
}

static void add(struct tally *tally, const struct rubric_growth *terms, size_t resource,
                const struct growth_curve *curve, struct arena *arena)
{
    tally->required++;
    tally->not_measured = curve->not_measured;
    if (!curve->not_measured && terms->by == DISTANCE_MULTIPLE &&
        !(curve->distance.reference_multiple > 0))
        tally->not_measured = "the reference was not measured at its largest size";
    if (tally->not_measured)
        return;
    double share = share_of(terms, curve);
    tally->measured++;
    tally->share = fmin(tally->share, share);
    tally->reason = arena_printf(arena, "%s%s%s", tally->reason, tally->reason[0] ? " " : "",
                                 words(terms, resource, curve, arena));
}

static struct earned unknown(const char *reason)
{
    return (struct earned){ .is_unknown = true, .reason = reason };
}

static struct earned result(const struct tally *tally, const struct rubric_growth *terms,
                            const struct growth *growth, struct arena *arena)
{
    char percent[POINTS_TEXT_MAX];
    if (tally->required == 0)
        return unknown("The problem asks for nothing of the kind.");
    if (growth->is_not_passing)
        return (struct earned){ .share = terms->not_passing_pays,
                                .reason =
                                    arena_printf(arena, "Not measured: %s.", tally->not_measured) };
    if (tally->measured == 0)
        return unknown(arena_printf(arena, "It could not be measured: %s.", tally->not_measured));
    const char *reason = tally->reason;
    if (tally->share > 0 && tally->share < 1)
        reason = arena_printf(arena, "%s At that distance the rubric pays %s %%.", reason,
                              points_text(points_round(tally->share * 100), percent));
    return (struct earned){ .share = tally->share, .reason = reason };
}

struct earned pay_growth(const struct rubric_growth *terms, const struct growth *growth,
                         struct arena *arena)
{
    struct tally tally = { .share = 1, .reason = "", .not_measured = "" };
    if (!growth)
        return unknown("The problem does not say how its cost may grow.");
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        if (is_about(terms->need, i) && growth->curves[i].required)
            add(&tally, terms, i, &growth->curves[i], arena);
    return result(&tally, terms, growth, arena);
}
