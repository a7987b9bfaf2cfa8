/* remarks_growth.h - what to tell of the growth. Private to the remarks. */
#ifndef GRADER_REPORT_REMARKS_GROWTH_H
#define GRADER_REPORT_REMARKS_GROWTH_H

#include <stdbool.h>

#include "grader/report/notes.h"

/* Time and memory that grow faster than asked, with the lines; a count that may be false. */
void remarks_tell_growth(struct notes *notes);

/* The remark of the growth says why it is too slow, so that no other need. */
bool remarks_growth_tells_time(const struct report_problem *problem);

/* " Time grows as n log n, as asked."; "" when it was not measured or not asked for. */
const char *remarks_growth_praise(const struct notes *notes);

#endif
