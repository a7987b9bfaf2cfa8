/* remarks.h - what to tell the candidate, those that matter most first. */
#ifndef GRADER_REPORT_REMARKS_H
#define GRADER_REPORT_REMARKS_H

#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/model/report.h"

/*
 * Sets remarks and remark_count of a graded problem from its public members and nothing else, so
 * that no remark can tell what the report doesn't. Pure: same problem, same remarks; no figure that
 * differs between runs is in them. Ordered by kind (essential, actionable, informative, praise),
 * within a kind by the order of the rules; the same text never twice; at most rubric->show_remarks.
 * What to do and where to read on are in the rubric's own words where it has them (rubric->advice),
 * and are borrowed from it.
 */
void remarks_make(struct report_problem *problem, const struct rubric *rubric, struct arena *arena);

#endif
