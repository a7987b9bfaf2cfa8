/* requirement.h - how far a measured curve is from the cost that is required. */
#ifndef GRADER_GROWTH_REQUIREMENT_H
#define GRADER_GROWTH_REQUIREMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/excess.h"
#include "grader/model/growth.h"

struct requirement {
    enum growth_class class;
    bool strict; /* a log factor too much fails as well, when the class is certain */
};

/* The class that is required times log n, or the class itself. */
enum growth_class requirement_with_log(enum growth_class class);

/*
 * Three numbers: steps on the ladder from the required class to the measured one; the excess
 * exponent log2(y(2N)/y(N)) − log2(req(2N)/req(N)) over the last doubling; the multiple of the
 * reference's cost at the largest size (0: the reference was not measured there).
 *
 * Met, when some candidate of the fit is not above the required class, or is above by no more than
 * a log factor, unless the requirement is strict and the class certain. Off the ladder the excess
 * exponent decides, as a slope over the larger half of the sizes: below a third, or below 0.4 when
 * even the nearest class is as required.
 */
void requirement_measure(const struct requirement *requirement, const struct growth_curve *curve,
                         struct growth_distance *out);

/*
 * Two parameters: the required expression (expression.h) is divided out and what is left is fitted
 * with c·n^x·m^y, in logarithms; met, when neither exponent is above excess_most. Needs sizes that
 * vary in both. requirement_excess gives the exponents alone; its expression may be NULL, for 1.
 * ERR_INPUT when the expression has no value or the sizes don't vary.
 */
bool requirement_excess(const char *expression, const struct growth_point *points, size_t count,
                        struct excess *out, struct err *err) MUST_CHECK;
bool requirement_measure_two(const char *expression, const struct growth_point *points,
                             size_t count, struct growth_distance *out, struct err *err) MUST_CHECK;

#endif
