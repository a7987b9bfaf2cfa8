/* test_fit.c - curves whose class is known, because the test made them. */
#include "grader/growth/fit.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>

#include "tests/support/growth_curves.h"

enum { SIZES = 9 };

/* Where a class's curve starts: exponential ones where they are small. */
static double first_of(enum growth_class class)
{
    return class < GROWTH_2_TO_N ? 64 : 8;
}

static struct growth_fit fit_of(struct growth_point *points, size_t count)
{
    struct growth_fit fit;
    cr_assert(fit_curve(points, count, &fit));
    return fit;
}

static struct growth_fit fit_made(enum growth_class g, enum growth_class h, double lower,
                                  double scale)
{
    struct growth_point points[SIZES];
    curve_sizes(g, first_of(g), SIZES, points);
    curve_fill(g, h, lower, scale, points, SIZES);
    return fit_of(points, SIZES);
}

Test(fit, names_a_pure_curve_of_each_class)
{
    for (int g = 0; g < GROWTH_CLASS_COUNT; g++) {
        struct growth_fit fit = fit_made(g, GROWTH_1, 0, 37);
        cr_expect(eq(int, fit.class, g), "%s", growth_class_name(g));
        cr_expect(eq(int, fit.confidence, CONFIDENCE_CERTAIN));
        cr_expect(eq(sz, fit.candidate_count, 1));
        cr_expect(ge(dbl, fit.share, 0.999));
        cr_expect(not(fit.is_off_ladder));
        cr_expect(eq(uint, fit.refits, SIZES));
        cr_expect(eq(uint, fit.agreeing, SIZES));
    }
}

/* Counts are whole numbers, and a lower-order term may be three times the main one. */
Test(fit, names_curves_with_a_lower_order_term)
{
    static const double lowers[] = { 0.1, 0.3, 1, 3 };
    int right = 0, all = 0, wrong_but_certain = 0;
    for (int g = GROWTH_LOG_N; g < GROWTH_CLASS_COUNT; g++)
        for (int h = GROWTH_1; h < g; h++)
            for (size_t k = 0; k < 4; k++)
                for (double scale = 3; scale < 400; scale *= 5) {
                    struct growth_point points[SIZES];
                    curve_sizes(g, first_of(g), SIZES, points);
                    curve_fill(g, h, lowers[k], scale, points, SIZES);
                    for (size_t i = 0; i < SIZES; i++)
                        points[i].cost = round(points[i].cost);
                    struct growth_fit fit = fit_of(points, SIZES);
                    all++;
                    right += fit.class == (enum growth_class)g;
                    wrong_but_certain +=
                        fit.class != (enum growth_class)g && fit.confidence == CONFIDENCE_CERTAIN;
                }
    cr_expect(ge(dbl, (double)right / all, 0.97), "%d of %d", right, all);
    cr_expect(eq(int, wrong_but_certain, 0));
    cr_log_info("lower-order terms: %d of %d right", right, all);
}

/* n(n-1)/2, the commonest curve of all, and n(n-1)(n-2)/6. */
Test(fit, names_curves_whose_lower_order_term_is_negative)
{
    struct growth_point points[SIZES];
    curve_sizes(GROWTH_N_2, 16, SIZES, points);
    for (size_t i = 0; i < SIZES; i++)
        points[i].cost = points[i].n * (points[i].n - 1) / 2;
    cr_expect(eq(int, fit_of(points, SIZES).class, GROWTH_N_2));
    for (size_t i = 0; i < SIZES; i++)
        points[i].cost = points[i].n * (points[i].n - 1) * (points[i].n - 2) / 6;
    cr_expect(eq(int, fit_of(points, SIZES).class, GROWTH_N_3));
}

Test(fit, of_a_scaled_curve_is_the_same_class)
{
    for (int g = 0; g < GROWTH_CLASS_COUNT; g++)
        for (double scale = 1e-3 * 1e6; scale < 1e12; scale *= 1000) {
            struct growth_fit fit = fit_made(g, GROWTH_1, 0.2, scale);
            cr_expect(eq(int, fit.class, g), "%s times %g", growth_class_name(g), scale);
        }
}

/* Up to the size of the leading term at the largest size. */
Test(fit, of_a_curve_with_a_constant_added_is_the_same_class)
{
    for (int g = GROWTH_LOG_N; g < GROWTH_CLASS_COUNT; g++)
        for (double lower = 0.01; lower <= 1; lower *= 3)
            cr_expect(eq(int, fit_made(g, GROWTH_1, lower, 1000).class, g), "%s",
                      growth_class_name(g));
}

Test(fit, of_a_curve_between_two_classes_names_both)
{
    struct growth_point points[SIZES];
    curve_sizes(GROWTH_N, 64, SIZES, points);
    for (size_t i = 0; i < SIZES; i++)
        points[i].cost = points[i].n * sqrt(log2(points[i].n)) * (i % 2 ? 1.02 : 0.98);
    struct growth_fit fit = fit_of(points, SIZES);
    cr_expect(lt(int, fit.confidence, CONFIDENCE_LIKELY));
    cr_expect(ge(sz, fit.candidate_count, 2));
    for (size_t i = 1; i < fit.candidate_count; i++)
        cr_expect(lt(int, fit.candidates[i - 1], fit.candidates[i]));
}

Test(fit, says_when_a_curve_is_off_the_ladder)
{
    struct growth_point points[SIZES];
    curve_sizes(GROWTH_N, 64, SIZES, points);
    for (size_t i = 0; i < SIZES; i++)
        points[i].cost = pow(points[i].n, 4);
    cr_expect(fit_of(points, SIZES).is_off_ladder);
}

Test(fit, of_an_almost_flat_curve_is_constant)
{
    struct growth_point points[SIZES];
    curve_sizes(GROWTH_N, 64, SIZES, points);
    for (size_t i = 0; i < SIZES; i++)
        points[i].cost = 1000 + 5 * (double)i;
    cr_expect(eq(int, fit_of(points, SIZES).class, GROWTH_1));
    for (size_t i = 0; i < SIZES; i++)
        points[i].cost = 0;
    cr_expect(eq(int, fit_of(points, SIZES).class, GROWTH_1));
}

Test(fit, refuses_what_is_no_curve)
{
    struct growth_point points[SIZES];
    struct growth_fit fit = { .class = GROWTH_N_3 };
    curve_sizes(GROWTH_N, 64, SIZES, points);
    curve_fill(GROWTH_N, GROWTH_1, 0, 1, points, SIZES);
    cr_expect(not(fit_curve(points, FIT_POINT_MIN - 1, &fit)));
    points[3].cost = NAN;
    cr_expect(not(fit_curve(points, SIZES, &fit)));
    points[3].cost = -1;
    cr_expect(not(fit_curve(points, SIZES, &fit)));
    points[3].cost = 5;
    points[4].n = points[3].n;
    cr_expect(not(fit_curve(points, SIZES, &fit)));
    cr_expect(eq(int, fit.class, GROWTH_N_3));
}

Test(fit, tries_exponential_classes_on_small_sizes_only)
{
    struct growth_point points[SIZES];
    for (size_t i = 0; i < SIZES; i++)
        points[i] = (struct growth_point){ .n = 201 + (double)i, .cost = ldexp(1, (int)i) };
    cr_expect(lt(int, fit_of(points, SIZES).class, GROWTH_2_TO_N));
}

/* Ours against the two that people use, on the same curves: a figure, and a floor under it. */
Test(fit, is_right_more_often_than_published_fits)
{
    int ours = 0, google = 0, big_o = 0, all = 0;
    static const enum growth_class known[] = { GROWTH_LOG_N, GROWTH_N, GROWTH_N_LOG_N, GROWTH_N_2,
                                               GROWTH_N_3 };
    for (size_t k = 0; k < sizeof known / sizeof known[0]; k++)
        for (int h = GROWTH_1; h < (int)known[k]; h++)
            for (double lower = 0.1; lower <= 3; lower *= 1.5) {
                struct growth_point points[SIZES];
                curve_sizes(known[k], 64, SIZES, points);
                curve_fill(known[k], h, lower, 100, points, SIZES);
                all++;
                ours += fit_of(points, SIZES).class == known[k];
                google += curve_google(points, SIZES) == known[k];
                big_o += curve_big_o(points, SIZES) == known[k];
            }
    cr_log_info("of %d: ours %d, google/benchmark %d, big_O %d", all, ours, google, big_o);
    cr_expect(ge(int, ours * 100, all * 97));
    cr_expect(gt(int, ours, google));
    cr_expect(gt(int, ours, big_o));
}

/* Found by fuzz_fit: where several classes fit equally badly, the one that was chosen is listed. */
Test(fit, lists_its_class_among_the_candidates_of_noise)
{
    struct growth_point noise[] = {
        { .n = 26, .cost = 32768 },      { .n = 128, .cost = 1711276032 },
        { .n = 129, .cost = 213909504 }, { .n = 231, .cost = 213909504 },
        { .n = 333, .cost = 90177536 },  { .n = 435, .cost = 213909504 },
    };
    struct growth_fit fit = fit_of(noise, sizeof noise / sizeof noise[0]);
    bool is_listed = false;
    for (size_t i = 0; i < fit.candidate_count; i++)
        is_listed |= fit.candidates[i] == fit.class;
    cr_expect(is_listed, "%s is not listed", growth_class_name(fit.class));
}
