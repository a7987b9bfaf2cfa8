/* fuzz_fit.c - the class of a curve does not depend on its unit, and what is certain is right. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "grader/growth/fit.h"
#include "tests/support/growth_curves.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static struct growth_fit fit_of(const struct growth_point *points, size_t count)
{
    struct growth_fit fit;
    check(fit_curve(points, count, &fit));
    check(fit.class < GROWTH_CLASS_COUNT && fit.candidate_count >= 1);
    check(fit.candidate_count <= GROWTH_CANDIDATE_MAX && fit.agreeing <= fit.refits);
    check(fit.separation >= 0 && fit.share >= 0 && fit.share <= 1 && !isnan(fit.residual));
    bool has_class = false;
    for (size_t i = 0; i < fit.candidate_count; i++)
        has_class |= fit.candidates[i] == fit.class;
    check(has_class);
    return fit;
}

/* Any curve at all: the same in another unit. A power of two changes no digit. */
static void any_curve(const uint8_t *data, size_t size)
{
    struct growth_point points[GROWTH_POINT_MAX];
    size_t count = 0;
    double n = 1;
    for (; count < GROWTH_POINT_MAX && size >= 3; count++, data += 3, size -= 3) {
        n += 1 + data[0];
        points[count] = (struct growth_point){ .n = n, .cost = ldexp(1 + data[1], data[2] % 40) };
    }
    struct growth_fit fit;
    if (!fit_curve(points, count, &fit)) {
        check(count < FIT_POINT_MIN);
        return;
    }
    enum growth_class class = fit_of(points, count).class, alone;
    for (size_t i = 0; i < count; i++)
        points[i].cost *= 1024;
    check(fit_of(points, count).class == class);
    check(fit_class(points, count, &alone) && alone == class);
}

/* A curve of a known class with a lower-order term of up to `lower` times the main one. */
static struct growth_fit known_curve(const uint8_t *data, enum growth_class g, enum growth_class h,
                                     double lower, double scale)
{
    struct growth_point points[GROWTH_POINT_MAX];
    size_t count = 8 + data[2] % 3;
    curve_sizes(g, g < GROWTH_2_TO_N ? 64 << data[3] % 2 : 6 + data[3] % 4, count, points);
    curve_fill(g, h, lower, scale, points, count);
    return fit_of(points, count);
}

/* First byte: which property. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 6)
        return 0;
    if (data[0] & 1) {
        any_curve(data + 1, size - 1);
        return 0;
    }
    enum growth_class g = GROWTH_LOG_N + data[1] % (GROWTH_CLASS_COUNT - 1);
    enum growth_class h = data[4] % g;
    double part = data[5] / 255.0, scale = ldexp(100 + data[0], data[0] % 30);
    /* named, with little beside it; and with a constant as large as itself */
    check(known_curve(data, g, h, part * 0.1, scale).class == g);
    check(known_curve(data, g, GROWTH_1, part, scale).class == g);
    /* with more beside it never wrong and certain */
    struct growth_fit fit = known_curve(data, g, h, part * 3, scale);
    check(fit.class == g || fit.confidence < CONFIDENCE_CERTAIN);
    return 0;
}
