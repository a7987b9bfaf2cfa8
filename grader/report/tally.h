/* tally.h - how many problems were graded, and how many of them passed. */
#ifndef GRADER_REPORT_TALLY_H
#define GRADER_REPORT_TALLY_H

#include "grader/model/report.h"

struct tally {
    size_t graded, passed; /* passed: at or above the bar, of those graded */
};

struct tally tally_problems(const struct report *report);

#endif
