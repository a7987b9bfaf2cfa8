/* paid.h - from a share of the evidence to a share of the points: scale, then caps. */
#ifndef GRADER_RUBRIC_PAID_H
#define GRADER_RUBRIC_PAID_H

#include <stdbool.h>

#include "grader/model/rubric.h"
#include "grader/rubric/evidence.h"

/* The criterion's scale at a share of the evidence, 0 … 1; without a scale the share itself. */
double paid_by_scale(const struct rubric_criterion *criterion, double share);

/* The line of a criterion of growth at a distance, 0 or more; it must have corners. */
double paid_by_distance(const struct rubric_growth *growth, double distance);

/* The lowest of the criterion's caps whose condition holds; NULL when none does. The first of
 * equals. */
const struct rubric_cap *paid_cap(const struct rubric_criterion *criterion,
                                  const struct rubric_evidence *evidence);

#endif
