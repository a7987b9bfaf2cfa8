/* notes.h - remarks being gathered, and what to do about each. Private to the remarks. */
#ifndef GRADER_REPORT_NOTES_H
#define GRADER_REPORT_NOTES_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/model/report.h"

enum { NOTES_MAX = 64 };

/* The problem's public members are all that a rule may look at. */
struct notes {
    const struct report_problem *problem;
    const struct rubric *rubric;
    struct arena *arena;
    struct report_remark remarks[NOTES_MAX];
    size_t count;
};

bool notes_has_failed(const struct report_case *test);

/* Unless the same was said of the same place. */
void notes_add(struct notes *notes, struct report_remark remark);

/* The remark with what to do and where to read on: in the rubric's words, else in our own. */
struct report_remark notes_advise(const struct notes *notes, struct report_remark remark,
                                  enum advice_topic topic);

#endif
