/* inspect.h - a solution becomes what inspection finds in its code. */
#ifndef GRADER_PIPELINE_INSPECT_H
#define GRADER_PIPELINE_INSPECT_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/judgement.h"
#include "grader/model/quality.h"
#include "grader/model/report.h"
#include "grader/model/rubric.h"
#include "grader/pipeline/means.h"
#include "grader/pipeline/public_tests.h"

/*
 * `package`: its headers are laid besides but not looked at; NULL: there are none. `tests` are run
 * under sanitizers; NULL: none are. Sources without a .c file are "not analysed". ERR_FAULT: we are
 * at fault.
 */
bool inspect_solution(const struct means *means, struct source_set sources,
                      const struct package *package, const struct public_tests *tests,
                      const struct rubric *rubric, struct arena *arena, struct quality *out,
                      struct err *err) MUST_CHECK;

/*
 * The same for a submission that was judged, by the marks of a rubric. NULL when it does not
 * compile: the compiler has said it all. A fault of ours is in the answer, as "not analysed".
 */
struct quality *inspect_judged(const struct means *means, const struct judgement *judgement,
                               struct source_set sources, const struct public_tests *tests,
                               const struct rubric *rubric, struct arena *arena);

struct inspect_one_request {
    const char *rubric_path;    /* whose marks hold */
    const char *package_path;   /* the problem; NULL: none */
    const char *const *sources; /* files or folders on this machine */
    size_t source_count;
};

/* The same for `grader quality`. ERR_INPUT: no such file or package, or no
 * .c file among them. */
struct inspected_one {
    struct quality quality;
    struct report_dimension *dimensions; /* what the rubric makes of it */
    size_t dimension_count;
};
bool inspect_one(const struct means *means, const struct inspect_one_request *request,
                 struct arena *arena, struct inspected_one *out, struct err *err) MUST_CHECK;

#endif
