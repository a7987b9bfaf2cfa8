/* verify.h - does a package judge as its author says? */
#ifndef GRADER_PIPELINE_VERIFY_H
#define GRADER_PIPELINE_VERIFY_H

#include "grader/base/arena.h"
#include "grader/model/verification.h"
#include "grader/pipeline/means.h"

struct verify_request {
    const char *package_path;
    unsigned jobs;
    bool faults; /* inject faults into the model solution too */
    /* For the eye: what is being done, and how far; NULL: nobody looks. */
    void (*progress)(void *context, const char *what, size_t done, size_t total);
    void *context;
};

/*
 * Judges every example submission and holds it against its folder, submissions.yaml and its
 * @EXPECTED_RESULTS@; runs the validators on what they must accept and on junk; looks at the data,
 * the statement, the time limit and, where there is a growth.yaml, at how the cost grows; injects
 * faults into the model solution when that is asked for.
 *
 * There is always a verification: a package that can't be loaded is one with bad_input, one that
 * can't be prepared (a model solution, generator or validator that does not compile) is one with an
 * error, and whatever we could not do is one with a fault. Nothing but measured members depends on
 * `jobs`.
 */
void pipeline_verify(const struct means *means, const struct verify_request *request,
                     struct arena *arena, struct verification *out);

#endif
