/* tally.c - how many problems were graded, and how many of them passed. */
#include "grader/report/tally.h"

struct tally tally_problems(const struct report *report)
{
    struct tally tally = { 0, 0 };
    for (size_t i = 0; i < report->problem_count; i++) {
        bool graded = report->problems[i].status == STATUS_GRADED;
        tally.graded += graded;
        tally.passed += graded && report->problems[i].passed;
    }
    return tally;
}
