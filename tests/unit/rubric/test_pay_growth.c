/* test_pay_growth.c - what a measured growth is worth, by hand calculation. */
#include "grader/rubric/pay_growth.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static struct arena arena;
static struct growth growth;

static void begin(void)
{
    growth = (struct growth){ .stopped = "", .suspicion = "" };
}
static void end(void)
{
    arena_release(&arena);
}
TestSuite(pay_growth, .init = begin, .fini = end);

/* Measured as `class`, required as `required`, so many steps and so much exponent too much. */
static struct growth_curve *put(enum growth_resource resource, enum growth_class class,
                                const char *required, bool met, int steps, double excess)
{
    growth.curves[resource] = (struct growth_curve){
        .has_fit = true,
        .fit = { .class = class,
                 .candidates = { class },
                 .candidate_count = 1,
                 .confidence = CONFIDENCE_CERTAIN },
        .required = required,
        .distance = { .met = met, .steps = steps, .excess_exponent = excess },
    };
    return &growth.curves[resource];
}

static struct rubric_distance corners[] = { { 0, 1 }, { 1, 0.5 }, { 3, 0.1 } };
static const struct rubric_growth plain = { .need = NEED_ALL };

static struct rubric_growth by(enum growth_distance_kind kind)
{
    return (struct rubric_growth){ NEED_ALL, kind, corners, 3, 0 };
}

Test(pay_growth, without_corners_it_is_everything_or_nothing)
{
    put(GROWTH_TIME, GROWTH_N, "n", true, 0, 0);
    struct earned earned = pay_growth(&plain, &growth, &arena);
    cr_expect(!earned.is_unknown && earned.share == 1);
    cr_expect_str_eq(earned.reason, "Its time grows as n (certain); n is asked for.");
    put(GROWTH_TIME, GROWTH_N_2, "n", false, 3, 1);
    earned = pay_growth(&plain, &growth, &arena);
    cr_expect(!earned.is_unknown && earned.share == 0);
    cr_expect_str_eq(earned.reason, "Its time grows as n^2 (certain), but n is asked for: 3 steps "
                                    "above it, n^1.00 more.");
}

Test(pay_growth, a_distance_is_paid_along_the_line)
{
    static const struct {
        double excess, share;
    } rows[] = { { 0.5, 0.75 }, { 1, 0.5 }, { 2, 0.3 }, { 3, 0.1 }, { 9, 0.1 }, { -1, 1 } };
    const struct rubric_growth terms = by(DISTANCE_EXPONENT);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        put(GROWTH_TIME, GROWTH_N_2, "n", false, 3, rows[i].excess);
        struct earned earned = pay_growth(&terms, &growth, &arena);
        cr_expect(fabs(earned.share - rows[i].share) < 1e-9, "%g pays %g", rows[i].excess,
                  earned.share);
    }
    put(GROWTH_TIME, GROWTH_N_2, "n", false, 3, 1);
    cr_expect(strstr(pay_growth(&terms, &growth, &arena).reason,
                     "At that distance the rubric pays 50 %."));
}

/* A log factor that is forgiven is no distance, whatever the exponent says. */
Test(pay_growth, what_is_met_has_no_distance)
{
    const struct rubric_growth terms = by(DISTANCE_EXPONENT);
    put(GROWTH_TIME, GROWTH_N_LOG_N, "n", true, 1, 0.1);
    cr_expect(pay_growth(&terms, &growth, &arena).share == 1);
}

Test(pay_growth, between_two_classes_the_better_one_counts)
{
    const struct rubric_growth terms = by(DISTANCE_STEPS);
    struct growth_curve *curve = put(GROWTH_TIME, GROWTH_N_2, "n", false, 3, 1);
    cr_expect(fabs(pay_growth(&terms, &growth, &arena).share - 0.1) < 1e-9);
    curve->fit.candidates[0] = GROWTH_N_1_5;
    curve->fit.candidates[1] = GROWTH_N_2;
    curve->fit.candidate_count = 2;
    curve->fit.confidence = CONFIDENCE_WEAK;
    struct earned earned = pay_growth(&terms, &growth, &arena);
    cr_expect(fabs(earned.share - 0.3) < 1e-9, "two steps, not three: %g", earned.share);
    cr_expect(strstr(earned.reason, "grows as n^1.5 or n^2 (uncertain)"), "%s", earned.reason);
}

Test(pay_growth, the_worst_resource_of_those_asked_for_counts)
{
    put(GROWTH_TIME, GROWTH_N, "n", true, 0, 0);
    put(GROWTH_HEAP, GROWTH_N_2, "n", false, 3, 1);
    put(GROWTH_STACK, GROWTH_N_3, NULL, false, 0, 0);
    struct rubric_growth terms = { .need = NEED_ALL };
    cr_expect(pay_growth(&terms, &growth, &arena).share == 0);
    terms.need = NEED_TIME;
    cr_expect(pay_growth(&terms, &growth, &arena).share == 1);
    terms.need = NEED_MEMORY;
    cr_expect(pay_growth(&terms, &growth, &arena).share == 0);
    terms.need = NEED_STACK;
    cr_expect(pay_growth(&terms, &growth, &arena).is_unknown, "nothing is asked of the stack");
}

Test(pay_growth, what_could_not_be_measured_costs_nothing)
{
    cr_expect(pay_growth(&plain, NULL, &arena).is_unknown);
    put(GROWTH_TIME, GROWTH_N, "n", false, 0, 0)->not_measured = "the box is full";
    struct earned earned = pay_growth(&plain, &growth, &arena);
    cr_expect(earned.is_unknown);
    cr_expect_str_eq(earned.reason, "It could not be measured: the box is full.");
    growth.is_not_passing = true;
    struct rubric_growth terms = { .need = NEED_ALL, .not_passing_pays = 0.25 };
    earned = pay_growth(&terms, &growth, &arena);
    cr_expect(!earned.is_unknown && earned.share == 0.25, "but failing tests is the candidate's");
}

Test(pay_growth, a_multiple_of_the_reference_counts_also_when_the_class_is_right)
{
    struct rubric_growth terms = by(DISTANCE_MULTIPLE);
    struct growth_curve *curve = put(GROWTH_TIME, GROWTH_N, "n", true, 0, 0);
    cr_expect(pay_growth(&terms, &growth, &arena).is_unknown, "no reference");
    struct growth_point point = { .n = 4096, .cost = 8192 };
    curve->points = &point;
    curve->point_count = 1;
    curve->distance.reference_multiple = 2;
    struct earned earned = pay_growth(&terms, &growth, &arena);
    cr_expect(fabs(earned.share - 0.3) < 1e-9);
    cr_expect_str_eq(earned.reason,
                     "Its time is 2.0 times the reference's at the largest size, n = 4096. "
                     "At that distance the rubric pays 30 %.");
}

Test(pay_growth, two_parameters_are_paid_by_the_larger_excess)
{
    const struct rubric_growth terms = by(DISTANCE_STEPS);
    struct growth_curve *curve = put(GROWTH_TIME, GROWTH_N, "n m", false, 0, 0.2);
    curve->has_fit = false;
    curve->distance.excess_exponent_m = 1;
    cr_expect(fabs(pay_growth(&terms, &growth, &arena).share - 0.5) < 1e-9);
}
