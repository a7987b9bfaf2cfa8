/* plot.h - a curve of costs as a drawing: SVG, both axes logarithmic. */
#ifndef GRADER_REPORT_PLOT_H
#define GRADER_REPORT_PLOT_H

#include <stdbool.h>

#include "grader/base/buf.h"
#include "grader/model/report.h"

/*
 * Measured points, the class that fits them, the required class from the first point on, and the
 * reference's points beside them: on logarithmic axes a power of n is a straight line, and what
 * grows too fast leaves the required line upwards. The text alternative has the same numbers.
 *
 * Pure: same curve, same bytes; well-formed XML whatever the curve holds. Colours are classes of
 * the page's style sheet; without it all lines still differ by their dashes. False, and nothing is
 * written, when there are fewer than two sizes to draw.
 */
bool plot_curve(const struct report_curve *curve, const char *unit, struct buf *out);

#endif
