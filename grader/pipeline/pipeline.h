/* pipeline.h - the whole line: a repository, or one solution, becomes a report. */
#ifndef GRADER_PIPELINE_PIPELINE_H
#define GRADER_PIPELINE_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/judge/judge.h"
#include "grader/model/counterexample.h"
#include "grader/model/growth.h"
#include "grader/model/report.h"
#include "grader/model/submission.h"
#include "grader/pipeline/means.h"

struct grade_request {
    const char *repository, *revision; /* revision NULL: HEAD */
    const char *const *problem_folders;
    size_t problem_folder_count;
    const char *const *only; /* ids; none: every problem that the repository has a folder for */
    size_t only_count;
    const char *rubric_path;
    unsigned jobs;
    const char *grader_version;
    int64_t now_s;
    /* For the eye: what is being done, and how far; NULL: nobody looks. */
    void (*progress)(void *context, const char *what, size_t done, size_t total);
    /* What was tolerated of a package that is used; NULL: nobody wants to know. */
    void (*warn)(void *context, const char *package, const char *text);
    void *context;
};

/*
 * Grades every wanted problem. A problem that could not be graded is in the report with its reason;
 * the rest goes on. False, and *out is left alone, only when there is nothing to report: bad input
 * (ERR_INPUT) or a fault of ours (ERR_FAULT).
 */
bool pipeline_grade(const struct means *means, const struct grade_request *request,
                    struct arena *arena, struct report *out, struct err *err) MUST_CHECK;

struct judge_one_request {
    const char *package_path;
    const char *const *sources; /* files or folders on this machine */
    size_t source_count;
    enum judge_stop stop;
    judge_progress *progress; /* NULL: nobody wants to know */
    void *context;
};

struct judged_one {
    struct judgement
        judgement; /* holds hidden data: see grader/report/disclose.h before showing any */
    struct submission submission;
    const struct counterexample *counterexample; /* NULL: there is nothing to look for */
    const struct growth *growth; /* NULL: the package doesn't ask for it. In the arena */
};

/* One solution against one package. */
bool pipeline_judge(const struct means *means, const struct judge_one_request *request,
                    struct arena *arena, struct judged_one *out, struct err *err) MUST_CHECK;

#endif
