/* assemble.h - a whole report from a snapshot and its problems. */
#ifndef GRADER_REPORT_ASSEMBLE_H
#define GRADER_REPORT_ASSEMBLE_H

#include "grader/base/arena.h"
#include "grader/model/report.h"
#include "grader/model/submission.h"

struct assemble_request {
    const char *grader_version;
    int64_t graded_at_s;
    const struct snapshot *snapshot; /* borrowed as long as the report, like all strings here */
    const struct rubric *rubric;
    const char *key;                       /* "practice" or "secret" */
    const char *const *protection;         /* NULL-ended: runner_protection, or a judgement's */
    const struct report_problem *problems; /* any order; copied and sorted by id */
    size_t problem_count;
    struct report_tool *tools; /* borrowed as the strings are */
    size_t tool_count;
};

/*
 * Sums count graded problems only; a problem that was not graded or not submitted is listed with
 * its reason and costs nothing. passed: at least one was graded and every graded one passed. The
 * author's e-mail address is not published.
 */
void report_assemble(const struct assemble_request *request, struct arena *arena,
                     struct report *out);

#endif
