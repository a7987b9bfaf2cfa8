/* growth_words.h - what was measured of the growth, in words; the same in every renderer. */
#ifndef GRADER_REPORT_GROWTH_WORDS_H
#define GRADER_REPORT_GROWTH_WORDS_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/model/report.h"

/* Words in the arena. They may hold bytes of the submission, as the model does: escape them. */

/* "n^2"; "n or n log n" when both fit about as well; "between the classes, nearest to n^2"; with a
 * second parameter "as measured". */
const char *growth_words_class(const struct report_curve *curve, struct arena *arena);

/* "n^2 (certain)"; "not measured: …". */
const char *growth_words_measured(const struct report_curve *curve, struct arena *arena);

/* How far from what is required, "2 steps above it, n^0.93 more"; "" when that is met. */
const char *growth_words_excess(const struct report_curve *curve, struct arena *arena);

/* "14 times the reference's cost at n = 32768"; "" when that is not known. */
const char *growth_words_multiple(const struct report_curve *curve, struct arena *arena);

/* How a line or a span grows: "n^2"; with a second parameter "no faster than n m", "n^0.98 faster
 * than n m", or "n^0.98 m^1.02" when nothing is required. */
const char *growth_words_line(const struct report_growth *growth, const struct growth_line *line,
                              struct arena *arena);
const char *growth_words_span(const struct report_growth *growth, const struct growth_span *span,
                              struct arena *arena);

/* "lines 10–11", "line 10". */
const char *growth_words_lines(const struct growth_span *span, struct arena *arena);

/* What is counted: "units of work", "units of work for each operation", "bytes of heap". */
const char *growth_words_unit(const struct report_growth *growth, enum growth_resource resource);

/* "3", "1.4", "12000": two digits at least, no exponent. */
const char *growth_words_number(double value, struct arena *arena);

/* Something was required of this resource, and it was measured. */
bool growth_is_judged(const struct report_curve *curve);

/* The curve of a resource; NULL when there is none. */
const struct report_curve *growth_curve_of(const struct report_growth *growth,
                                           enum growth_resource resource);

#endif
