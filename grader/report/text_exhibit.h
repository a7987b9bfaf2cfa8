/* text_exhibit.h - a failed test on a terminal, the first difference marked by a caret. */
#ifndef GRADER_REPORT_TEXT_EXHIBIT_H
#define GRADER_REPORT_TEXT_EXHIBIT_H

#include "grader/model/report.h"
#include "grader/report/screen.h"

/* A counter-example likewise, or one line that none was found; nothing when none was looked for. */
void text_counterexample(struct screen *screen, const struct report_counterexample *example);

void text_exhibit(struct screen *screen, const struct report_case *test);

#endif
