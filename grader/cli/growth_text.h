/* growth_text.h - a measurement of growth in words. */
#ifndef GRADER_CLI_GROWTH_TEXT_H
#define GRADER_CLI_GROWTH_TEXT_H

#include "grader/base/buf.h"
#include "grader/model/report.h"

/* Everything: each resource's class and how sure it is, what is required and how far that is, the
 * points as bars, the hottest lines, what speaks against the count. For a terminal: nothing in it
 * is an escape. */
void growth_text_put(struct buf *out, const struct report_growth *growth);

/* The same in a few lines: no points, and of memory only what is required. */
void growth_text_summarise(struct buf *out, const struct report_growth *growth);

#endif
