/* report_mask.h - a rendered report without what differs between two runs. */
#ifndef TESTS_SUPPORT_REPORT_MASK_H
#define TESTS_SUPPORT_REPORT_MASK_H

#include "grader/base/buf.h"
#include "grader/base/str.h"

/*
 * Copies a rendered report and puts "*" for each measured value, so that two reports on the same
 * thing can be compared byte for byte:
 *   JSON  values of keys that report.schema.json marks "x-measured"
 *   HTML  elements <span class="measured"> and <time class="measured">
 *   text  the line "  graded" and numbers before "ms", "s", "B", "KiB", "MiB", "GiB"
 *   Markdown  the line "Graded " and the same numbers
 */
void report_mask_json(struct str text, struct buf *out);
void report_mask_html(struct str text, struct buf *out);
void report_mask_text(struct str text, struct buf *out);
void report_mask_md(struct str text, struct buf *out);

#endif
