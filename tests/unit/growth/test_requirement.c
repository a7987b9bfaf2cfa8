/* test_requirement.c - distances from a requirement, checked by hand. */
#include "grader/growth/requirement.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>

#include "grader/growth/expression.h"
#include "grader/growth/fit.h"
#include "tests/support/growth_curves.h"

enum { SIZES = 9 };

static struct growth_distance distance(enum growth_class measured, enum growth_class required,
                                       bool strict)
{
    static struct growth_point points[SIZES], reference[SIZES];
    struct growth_curve curve = {
        .points = points, .point_count = SIZES, .reference = reference, .reference_count = SIZES
    };
    const struct requirement requirement = { required, strict };
    struct growth_distance out;
    curve_sizes(GROWTH_N, 64, SIZES, points);
    curve_sizes(GROWTH_N, 64, SIZES, reference);
    curve_fill(measured, GROWTH_1, 0, 40, points, SIZES);
    curve_fill(required, GROWTH_1, 0, 10, reference, SIZES);
    cr_assert(fit_curve(points, SIZES, &curve.fit));
    requirement_measure(&requirement, &curve, &out);
    return out;
}

Test(requirement, is_met_by_the_same_class_and_by_every_lower_one)
{
    for (int required = 0; required < GROWTH_2_TO_N; required++)
        for (int measured = 0; measured <= required; measured++)
            cr_expect(distance(measured, required, true).met);
}

/* From 64 to 16384: the last doubling of n^2 is 4-fold, of n 2-fold. */
Test(requirement, tells_three_distances)
{
    struct growth_distance d = distance(GROWTH_N_2, GROWTH_N, false);
    cr_expect(not(d.met));
    cr_expect(eq(int, d.steps, 3));
    cr_expect(epsilon_eq(dbl, d.excess_exponent, 1, 1e-9));
    cr_expect(epsilon_eq(dbl, d.reference_multiple, 4.0 * 16384, 1e-3));
}

Test(requirement, fails_a_log_factor_only_when_it_is_strict)
{
    cr_expect(distance(GROWTH_N_LOG_N, GROWTH_N, false).met);
    cr_expect(not(distance(GROWTH_N_LOG_N, GROWTH_N, true).met));
    cr_expect(distance(GROWTH_LOG_N, GROWTH_1, false).met);
    cr_expect(not(distance(GROWTH_N_1_5, GROWTH_N_LOG_N, false).met));
}

Test(requirement, fails_every_class_above_but_for_a_log_factor)
{
    for (int required = 0; required < GROWTH_N_3; required++)
        for (int measured = required + 1; measured <= GROWTH_N_3; measured++) {
            bool by_log = (required == GROWTH_1 && measured == GROWTH_LOG_N) ||
                          (required == GROWTH_N && measured == GROWTH_N_LOG_N) ||
                          (required == GROWTH_N_2 && measured == GROWTH_N_2_LOG_N);
            cr_expect(eq(int, distance(measured, required, false).met, by_log), "%s for %s",
                      growth_class_name(measured), growth_class_name(required));
        }
}

static double value_of(const char *text)
{
    struct err err = { 0 };
    double value = -1;
    cr_assert(expression_value(text, 7, 3, &value, &err), "%s", err.text);
    return value;
}

/* n = 7, m = 3: log n is log2(8) = 3, log m is 2. */
Test(requirement, reads_expressions)
{
    cr_expect(epsilon_eq(dbl, value_of("n"), 7, 1e-9));
    cr_expect(epsilon_eq(dbl, value_of("n log n"), 21, 1e-9));
    cr_expect(epsilon_eq(dbl, value_of("(n + m) log m"), 20, 1e-9));
    cr_expect(epsilon_eq(dbl, value_of("n^2 + 2 m"), 55, 1e-9));
    cr_expect(epsilon_eq(dbl, value_of("n*m^0.5 sqrt(m)"), 21, 1e-9));
    cr_expect(epsilon_eq(dbl, value_of("log log n"), 2, 1e-9));
}

Test(requirement, complains_of_expressions_with_a_column)
{
    static const struct {
        const char *text, *complaint;
    } bad[] = { { "n +", "column 4: expected a number, n, m, log, sqrt or '('" },
                { "(n", "column 3: expected ')'" },
                { "k", "column 1: expected a number, n, m, log, sqrt or '('" },
                { "n ^ n", "column 5: expected a number" },
                { "n )", "column 3: expected the end" },
                { "0 n", "column 4: the value is not a positive number" },
                { "((((((((((((((((((n))))))))))))))))))",
                  "column 17: the expression is nested too deeply" } };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct err err = { 0 };
        double value;
        cr_expect(not(expression_value(bad[i].text, 2, 2, &value, &err)));
        cr_expect(eq(str, err.text, (char *)bad[i].complaint));
    }
}

Test(requirement, finds_the_parameters_of_an_expression)
{
    cr_expect(expression_uses("n log m", 'm'));
    cr_expect(not(expression_uses("n log n", 'm')));
    cr_expect(expression_uses("m", 'm'));
}

/* A grid of five sizes each way. */
static bool two(const char *expression, double (*cost)(double, double), struct growth_distance *out)
{
    struct growth_point points[25];
    struct err err = { 0 };
    for (int i = 0; i < 25; i++) {
        double n = 64 << i % 5, m = 64 << i / 5;
        points[i] = (struct growth_point){ n, m, cost(n, m) };
    }
    bool good = requirement_measure_two(expression, points, 25, out, &err);
    cr_assert(good, "%s", err.text);
    return out->met;
}

static double edges_log(double n, double m)
{
    return 30 * (n + m) * log2(n) + 1000;
}
static double matrix(double n, double m)
{
    return 4 * n * n + 9 * m;
}
static double product(double n, double m)
{
    return n * m;
}

Test(requirement, judges_two_parameters_by_excess_exponents)
{
    struct growth_distance d;
    cr_expect(two("(n + m) log n", edges_log, &d));
    cr_expect(two("n m", edges_log, &d));
    cr_expect(not(two("n + m", matrix, &d)));
    cr_expect(gt(dbl, d.excess_exponent, 0.4));
    cr_expect(not(two("(n + m) log n", product, &d)));
    cr_expect(two("n m", product, &d));
    cr_expect(epsilon_eq(dbl, d.excess_exponent, 0, 1e-9));
    cr_expect(epsilon_eq(dbl, d.excess_exponent_m, 0, 1e-9));
}

/* Instructions of a program that starts up, works and reads; the work is what was counted, or not.
 */
static bool explains(double (*work)(double, double), double (*counted)(double, double),
                     struct excess *out)
{
    struct growth_point points[9];
    double parts[3][9];
    const double *const all[] = { parts[0], parts[1], parts[2] };
    for (int i = 0; i < 9; i++) {
        double n = 64 << 2 * (i % 3), m = 1 << i / 3;
        points[i] = (struct growth_point){ n, m, 30000 + 7 * work(n, m) + 40 * n };
        parts[0][i] = 1;
        parts[1][i] = counted(n, m);
        parts[2][i] = 6 * n;
    }
    cr_assert(excess_over_mixture(points, all, 3, 9, out));
    return fmax(out->n, 0) + fmax(out->m, 0) <= 0.15; /* as the arbiter does */
}
static double square(double n, double m)
{
    return n * n * m;
}
static double square_of_second(double n, double m)
{
    return n * m * m * m;
}
static double nothing(double n, double m)
{
    return 20 + 0 * (n + m);
}

Test(requirement, sees_instructions_that_no_counted_work_explains)
{
    struct excess excess;
    cr_expect(explains(product, product, &excess));
    cr_expect(explains(square, square, &excess));
    cr_expect(explains(product, square, &excess)); /* counts more than is done */
    cr_expect(not(explains(square, product, &excess)));
    cr_expect(gt(dbl, excess.n, excess.m));
    cr_expect(not(explains(square_of_second, product, &excess)));
    cr_expect(gt(dbl, excess.m, excess.n));
    cr_expect(not(explains(square, nothing, &excess)));
}

Test(requirement, wants_sizes_that_vary_in_both)
{
    struct growth_point points[5];
    struct growth_distance d;
    struct err err = { 0 };
    for (int i = 0; i < 5; i++)
        points[i] = (struct growth_point){ 64 << i, 128 << i, 100 };
    cr_expect(not(requirement_measure_two("n m", points, 5, &d, &err)));
    cr_expect(eq(int, err.kind, ERR_INPUT));
}
