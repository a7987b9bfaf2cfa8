/* remarks_quality.h - what inspection found, as remarks: one a rule. */
#ifndef GRADER_REPORT_REMARKS_QUALITY_H
#define GRADER_REPORT_REMARKS_QUALITY_H

#include <stdbool.h>

#include "grader/report/notes.h"

/*
 * Those of one rule are one remark, at the first place, which counts the others; the most severe
 * dimension first.
 */

/* Essential ones, before the tests that fail: a bug in a line that is known is the likely reason.
 */
void remarks_tell_bugs(struct notes *notes);

/* Actionable ones, after them: what works can be made better. */
void remarks_tell_flaws(struct notes *notes);

/* True when a finding that matters at least so much stands in this line. quality may be NULL. */
bool remarks_quality_has(const struct report_quality *quality, const char *file, unsigned line,
                         enum quality_kind least);

#endif
