/* metrics.h - the measures of one function, from its tree. */
#ifndef GRADER_QUALITY_METRICS_H
#define GRADER_QUALITY_METRICS_H

#include "grader/code/unit.h"
#include "grader/model/quality.h"

/*
 * Everything but `file`. Cognitive complexity after G. A. Campbell, "Cognitive Complexity: a new
 * way of measuring understandability", SonarSource 2018, version 1.4: B1 (breaks in the flow), B2
 * (nesting), B3 (a sequence of like logical operators counts once), a function that calls itself
 * once more. What a macro's body holds counts nothing.
 */
void metrics_measure(const struct unit *unit, const struct unit_node *function,
                     struct quality_function *out);

#endif
