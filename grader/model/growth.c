/* growth.c - names of classes and what follows from a result. */
#include "grader/model/growth.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "grader/base/attr.h"

static const char *const class_names[] = {
    [GROWTH_1] = "1",        [GROWTH_LOG_N] = "log n",         [GROWTH_SQRT_N] = "sqrt n",
    [GROWTH_N] = "n",        [GROWTH_N_LOG_N] = "n log n",     [GROWTH_N_1_5] = "n^1.5",
    [GROWTH_N_2] = "n^2",    [GROWTH_N_2_LOG_N] = "n^2 log n", [GROWTH_N_3] = "n^3",
    [GROWTH_2_TO_N] = "2^n", [GROWTH_N_FACTORIAL] = "n!",
};
static_assert(COUNT_OF(class_names) == GROWTH_CLASS_COUNT, "one name per class");

static const char *const confidence_names[] = {
    [CONFIDENCE_NONE] = "unclear",
    [CONFIDENCE_WEAK] = "uncertain",
    [CONFIDENCE_LIKELY] = "likely",
    [CONFIDENCE_CERTAIN] = "certain",
};
static_assert(COUNT_OF(confidence_names) == CONFIDENCE_COUNT, "one name per confidence");

static const char *const resource_names[] = {
    [GROWTH_TIME] = "time",
    [GROWTH_HEAP] = "heap",
    [GROWTH_STACK] = "stack",
};
static_assert(COUNT_OF(resource_names) == GROWTH_RESOURCE_COUNT, "one name per resource");

static const char *const pace_names[] = {
    [PACE_NONE] = "by class", [PACE_ALONE] = "alone",   [PACE_WITHIN] = "within",
    [PACE_N] = "faster in n", [PACE_M] = "faster in m", [PACE_N_AND_M] = "faster in n and m",
};
static_assert(COUNT_OF(pace_names) == PACE_COUNT, "one name per pace");

const char *growth_pace_name(enum growth_pace pace)
{
    assert(pace < PACE_COUNT);
    return pace_names[pace];
}

const char *growth_class_name(enum growth_class class)
{
    assert(class < GROWTH_CLASS_COUNT);
    return class_names[class];
}

bool growth_class_parse(const char *name, enum growth_class *out)
{
    for (size_t i = 0; i < COUNT_OF(class_names); i++)
        if (strcmp(name, class_names[i]) == 0) {
            *out = (enum growth_class)i;
            return true;
        }
    return false;
}

const char *growth_confidence_name(enum growth_confidence confidence)
{
    assert(confidence < CONFIDENCE_COUNT);
    return confidence_names[confidence];
}

const char *growth_resource_name(enum growth_resource resource)
{
    assert(resource < GROWTH_RESOURCE_COUNT);
    return resource_names[resource];
}

bool growth_is_met(const struct growth *growth)
{
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++) {
        const struct growth_curve *curve = &growth->curves[i];
        if (curve->required && !curve->not_measured && !curve->distance.met)
            return false;
    }
    return true;
}

/* n^power · (log n)^logs */
static const struct {
    double power, logs;
} polynomials[] = {
    [GROWTH_1] = { 0, 0 },   [GROWTH_LOG_N] = { 0, 1 },     [GROWTH_SQRT_N] = { 0.5, 0 },
    [GROWTH_N] = { 1, 0 },   [GROWTH_N_LOG_N] = { 1, 1 },   [GROWTH_N_1_5] = { 1.5, 0 },
    [GROWTH_N_2] = { 2, 0 }, [GROWTH_N_2_LOG_N] = { 2, 1 }, [GROWTH_N_3] = { 3, 0 },
};
static_assert(COUNT_OF(polynomials) == GROWTH_2_TO_N, "one row per polynomial class");

double growth_class_log(enum growth_class class, double n)
{
    if (class == GROWTH_2_TO_N)
        return n * log(2);
    if (class == GROWTH_N_FACTORIAL)
        return lgamma(n + 1);
    assert(class < GROWTH_2_TO_N && n >= 1);
    double log_log = log(fmax(log2(n), 1e-9));
    return polynomials[class].power * log(n) + polynomials[class].logs * log_log;
}

/* ---- the hottest lines ---- */

static bool joins(const struct growth_span *span, const struct growth_line *line)
{
    enum { GAP = 2 };
    return strcmp(span->file, line->file) == 0 && line->class == span->class &&
           line->pace == span->pace && line->line + GAP >= span->first &&
           line->line <= span->last + GAP;
}

static bool is_inside(const struct growth_span *span, const struct growth_line *line)
{
    return line->line >= span->first && line->line <= span->last;
}

bool growth_hottest(const struct growth_line *lines, size_t count, struct growth_span *out)
{
    if (count == 0)
        return false;
    struct growth_span span = { .file = lines[0].file,
                                .first = lines[0].line,
                                .last = lines[0].line,
                                .class = lines[0].class,
                                .pace = lines[0].pace,
                                .excess_exponent = lines[0].excess_exponent,
                                .excess_exponent_m = lines[0].excess_exponent_m };
    /* They come by cost, not by place: each pass may bring the next neighbour into reach. */
    for (bool grew = true; grew;) {
        grew = false;
        for (size_t i = 0; i < count; i++) {
            if (!joins(&span, &lines[i]) || is_inside(&span, &lines[i]))
                continue;
            span.first = lines[i].line < span.first ? lines[i].line : span.first;
            span.last = lines[i].line > span.last ? lines[i].line : span.last;
            grew = true;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (joins(&span, &lines[i]) && is_inside(&span, &lines[i]))
            span.share += lines[i].share;
    *out = span;
    return true;
}
