/* pay_quality.h - what the inspected code is worth by one criterion. */
#ifndef GRADER_RUBRIC_PAY_QUALITY_H
#define GRADER_RUBRIC_PAY_QUALITY_H

#include "grader/base/arena.h"
#include "grader/model/report.h"
#include "grader/rubric/evidence.h"

/*
 * The share of the criterion's dimension; without one, of all that are measured by their weights.
 * Code that does not compile pays nothing. Unknown, for no fault of the candidate: it was not
 * inspected, or nothing of the dimension could be measured.
 */
struct earned pay_quality(const char *dimension, const struct rubric_evidence *evidence,
                          const struct report_dimension *dimensions, size_t count,
                          struct arena *arena);

#endif
