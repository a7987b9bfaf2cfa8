/* coverage.h - which lines of an accepted solution no public test executes. */
#ifndef GRADER_PIPELINE_COVERAGE_H
#define GRADER_PIPELINE_COVERAGE_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/growth/cover.h"
#include "grader/model/quality.h"
#include "grader/pipeline/means.h"
#include "grader/pipeline/public_tests.h"

/*
 * Every input is public (public_tests.h), so that the answer is the same whatever the key: which
 * lines ran tells nothing of a hidden test. Everything is borrowed for the call.
 */
struct coverage_request {
    const struct means *means;
    const struct source_set *sources;
    const struct count_program *program; /* built from them; may be a refused one */
    uint64_t memory_limit_bytes;         /* the package's */
    const struct public_tests *tests;
    const struct cover_input *more; /* other public inputs */
    size_t more_count;
};

/*
 * Sets what *out has of executed lines, by what it knows of lines that handle failures, and adds a
 * row to its passes, which says why when nothing could be measured. False: ERR_FAULT.
 */
bool coverage_measure(const struct coverage_request *request, struct arena *arena,
                      struct quality *out, struct err *err) MUST_CHECK;

#endif
