/* pay_growth.h - what the measured growth is worth by one criterion. */
#ifndef GRADER_RUBRIC_PAY_GROWTH_H
#define GRADER_RUBRIC_PAY_GROWTH_H

#include "grader/base/arena.h"
#include "grader/model/rubric.h"
#include "grader/rubric/evidence.h"

/*
 * Of the resources that the criterion is about and the package requires something of, the worst
 * counts. What is met has distance 0 (grader/growth/requirement.h: never lost for a log factor
 * unless the package asks and the class is certain; between "A or B" the better one counts); but a
 * distance by the reference's multiple is one also then. Without corners: 1 when met, else 0.
 *
 * Unknown, for no fault of the candidate: the package asks for nothing of the kind, or it could not
 * be measured. A solution that was not measured because it fails its tests gets not_passing_pays.
 */
struct earned pay_growth(const struct rubric_growth *terms, const struct growth *growth,
                         struct arena *arena);

#endif
