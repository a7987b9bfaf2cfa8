/* fit.h - which class of the ladder a curve of costs belongs to. */
#ifndef GRADER_GROWTH_FIT_H
#define GRADER_GROWTH_FIT_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/model/growth.h"

/*
 * The method, and why. Counts are exact, so what stands between a curve and its class is not noise
 * but lower-order terms: 3n² + 200n is n². For each class g the curve is fitted with
 *
 *     a + b·g(n) + c·h(n)        a, b, c >= 0;   h: nothing, or one class between 1 and g
 *     b·g(n) + c·h(n)            c < 0, at most 0.6 of the leading term: n(n-1)/2
 *
 * by least squares of the *relative* error, so that small sizes count as much as large ones. Each
 * class gets the smallest residual of its models, corrected for the number of terms; a lower-order
 * term costs a factor 1.6. A model whose leading term is less than 15 % at the largest size is not
 * of that class. The first class on the ladder within 1.3 times the best residual (or within 0.3 %)
 * is the answer; its separation is the residual of the best other class over its own: at 4 and more
 * it was right in 597 of 605 held-back curves, below 1.3 in 38 %.
 *
 * 2^n and n! are tried only when no size is above 200. Sizes must rise.
 */

enum { FIT_POINT_MIN = 5 };

/* False, and *out is left alone, when there are fewer than FIT_POINT_MIN points, the sizes do not
 * rise, or a cost is negative or not finite. */
bool fit_curve(const struct growth_point *points, size_t count, struct growth_fit *out) MUST_CHECK;

/* The class alone, without the jackknife; false likewise. */
bool fit_class(const struct growth_point *points, size_t count, enum growth_class *out) MUST_CHECK;

/* Its words: certain from 4, likely from 2, uncertain from 1.3. */
enum growth_confidence fit_confidence(double separation);

#endif
