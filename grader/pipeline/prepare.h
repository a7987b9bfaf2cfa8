/* prepare.h - a package becomes ready to judge: tests made, validator built, time limit known. */
#ifndef GRADER_PIPELINE_PREPARE_H
#define GRADER_PIPELINE_PREPARE_H

#include <stdint.h>

#include "grader/model/judgement.h"
#include "grader/model/package.h"
#include "grader/model/program.h"
#include "grader/pipeline/means.h"

struct prepared {
    struct package *package;    /* in the arena */
    struct package_tools tools; /* owned */
    uint64_t time_limit_us;
    bool time_limit_is_measured;
};

/*
 * Tests that generators make and time limits that are measured come from the cache when it has
 * them. ERR_INPUT: the package is at fault (a generator, a reference or a validator that does not
 * compile or run); ERR_FAULT: we are.
 */
bool prepare_package(const struct means *means, struct package *package, struct arena *arena,
                     struct prepared *out, struct err *err) MUST_CHECK;

/* The same, but runs no submission: time_limit_us is 0 when the limit is neither given nor known
 * from an earlier measurement. */
bool prepare_unmeasured(const struct means *means, struct package *package, struct arena *arena,
                        struct prepared *out, struct err *err) MUST_CHECK;

/* The tests alone: those that generators make, by the key of the means, from the cache or into it.
 */
bool prepare_tests(const struct means *means, struct package *package, struct arena *arena,
                   struct err *err) MUST_CHECK;

/* Safe on PREPARED_NONE and twice. */
#define PREPARED_NONE                                                                              \
    (struct prepared)                                                                              \
    {                                                                                              \
        .tools = {.static_validator = PROGRAM_NONE, .grader = PROGRAM_NONE }                       \
    }
void prepared_release(struct prepared *prepared);

/* Builds one of the package's own submissions, or a candidate's sources, with the package's include
 * files. */
bool prepare_build(const struct means *means, const struct package *package,
                   struct source_set sources, struct arena *arena,
                   struct compile_result *out_result, int *out_executable,
                   struct err *err) MUST_CHECK;

/* Builds a generator of the package; `what` says which in messages. What was built before comes
 * from the cache. That it does not compile is ERR_INPUT. */
bool prepare_tool(const struct means *means, const struct package *package,
                  const struct source_set *sources, const char *what, struct arena *arena,
                  int *out_executable, struct err *err) MUST_CHECK;

#endif
