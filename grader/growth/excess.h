/* excess.h - how much faster a cost of two parameters grows than something else. */
#ifndef GRADER_GROWTH_EXCESS_H
#define GRADER_GROWTH_EXCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/model/growth.h"

/* Left over in n and in m: cost / other ~ n^n · m^m. */
struct excess {
    double n, m;
};

/* An exponent up to this one is no difference: it separated all of nine programs (GROWTH.md). */
extern const double excess_most;

/*
 * Least squares of log(cost / other[i]) = c + x·log n + y·log m; costs below 1 count as 1, `other`
 * is positive. False: the sizes don't vary in both independently.
 */
bool excess_of(const struct growth_point *points, const double *other, size_t count,
               struct excess *out) MUST_CHECK;

enum { EXCESS_PART_MAX = 3 };

/*
 * The same over the best mixture of others: other[i] = a·parts[0][i] + b·parts[1][i] + …, with
 * a, b, … >= 0 minimising the relative error (at most EXCESS_PART_MAX parts, each positive).
 */
bool excess_over_mixture(const struct growth_point *points, const double *const *parts,
                         size_t part_count, size_t count, struct excess *out) MUST_CHECK;

#endif
