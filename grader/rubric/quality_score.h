/* quality_score.h - what a rubric makes of the code: a share for each dimension, with reasons. */
#ifndef GRADER_RUBRIC_QUALITY_SCORE_H
#define GRADER_RUBRIC_QUALITY_SCORE_H

#include "grader/base/arena.h"
#include "grader/model/quality.h"
#include "grader/model/report.h"
#include "grader/model/rubric.h"

/*
 * Pure. One row for each dimension of the rubric, in its order. Of a dimension's measures the worst
 * decides; a measure of functions is taken for each function by itself, of its measures the worst,
 * and the functions count by their lines (as GROWTH.md has it). What could not be measured is left
 * out; a dimension of which nothing could be measured says so. Reasons name file, line and tool.
 * Everything is in the arena, static or borrowed.
 */
void quality_score(const struct rubric *rubric, const struct quality *quality, struct arena *arena,
                   struct report_dimension **out, size_t *out_count);

/* The share of one dimension, or, NULL, of all that are measured by their weights; false when
 * nothing is measured. */
bool quality_share(const struct report_dimension *dimensions, size_t count, const char *dimension,
                   double *out_share);

/* The rubric's marks, by measure; 0: none. */
double quality_mark(const struct rubric *rubric, enum quality_measure measure);

#endif
