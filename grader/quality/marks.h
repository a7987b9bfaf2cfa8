/* marks.h - functions that pass a mark of the rubric, as raw findings. */
#ifndef GRADER_QUALITY_MARKS_H
#define GRADER_QUALITY_MARKS_H

#include "grader/quality/raw.h"

/* From which measure on a function is a finding; 0: never. The rubric's. */
struct quality_marks {
    unsigned cognitive, lines, nesting, parameters;
};

/* At most one a function, which tells of all marks that it passes. */
void marks_check(const struct quality *quality, const struct quality_marks *marks,
                 struct raw_list *list);

#endif
