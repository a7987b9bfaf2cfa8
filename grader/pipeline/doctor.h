/* doctor.h - does judging work here? Known programs go through the real path and must get their
 * verdicts. */
#ifndef GRADER_PIPELINE_DOCTOR_H
#define GRADER_PIPELINE_DOCTOR_H

#include "grader/model/verdict.h"
#include "grader/pipeline/means.h"

/* One known program and what became of it. */
struct doctor_finding {
    const char *name; /* "a loop without end" */
    enum verdict expected, got;
    const char *cause; /* in words; of a failure: what is wrong */
    bool is_good;
};

/*
 * Compiles and runs a handful of benign and hostile programs, boxed as a candidate's would be. *out
 * gets one finding each, in the arena. False only when a program could not be run at all
 * (ERR_FAULT).
 */
bool doctor_examine(const struct means *means, struct arena *arena, struct doctor_finding **out,
                    size_t *out_count, struct err *err) MUST_CHECK;

/*
 * The same before grading, once for this grader, kernel and user: a pass is remembered in the
 * cache. ERR_FAULT with the first failure: nothing is graded on a machine that can't judge.
 */
bool doctor_must_pass(const struct means *means, struct arena *arena, struct err *err) MUST_CHECK;

#endif
