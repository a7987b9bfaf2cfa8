/* grow.h - a package and a solution become a measurement of how the cost grows. */
#ifndef GRADER_PIPELINE_GROW_H
#define GRADER_PIPELINE_GROW_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/growth.h"
#include "grader/model/judgement.h"
#include "grader/model/quality.h"
#include "grader/pipeline/means.h"
#include "grader/pipeline/public_tests.h"

/*
 *   grow_open       a package: its plan read, its generators built
 *   grow_measure    any number of solutions, on the same inputs; the first one measures the
 *                   reference too
 *   grow_close
 *
 * What is opened belongs to one process: a fork may use it only when nothing was measured before.
 */
struct growing;

/* *out is NULL when the package has no growth.yaml. Everything is borrowed until grow_close, and
 * lives in the arena. */
bool grow_open(const struct means *means, const struct package *package, struct arena *arena,
               struct growing **out, struct err *err) MUST_CHECK;
/* `plain` is the solution's ordinary build, or -1. */
bool grow_measure(struct growing *growing, struct source_set sources, int plain, struct growth *out,
                  struct err *err) MUST_CHECK;
/* growing may be NULL. */
void grow_close(struct growing *growing);

/*
 * The three in one. Needs no test to be made and no time limit. `plain` is the solution's ordinary
 * build, or -1. *out_found is false when the package has no growth.yaml. ERR_INPUT: growth.yaml, a
 * generator or the model solution is at fault; ERR_FAULT: we are.
 */
bool grow_solution(const struct means *means, const struct package *package,
                   struct source_set sources, int plain, struct arena *arena, bool *out_found,
                   struct growth *out, struct err *err) MUST_CHECK;

/*
 * The stage of the line, after judging: `plain` is what was judged. Measured is what passed, or is
 * no more than too slow, and clean under the sanitizers where it was inspected (quality, else
 * NULL). NULL when the package has no growth.yaml. It never fails: what is our fault, or the
 * package's, is `not_measured` with its reason, and costs nobody a point. The counted program is
 * run on the public tests too, with or without a growth.yaml, and quality gets to know which lines
 * none of them executes (quality NULL: nobody asks, and tests may be NULL).
 */
const struct growth *grow_judged(const struct means *means, const struct judgement *judgement,
                                 struct quality *quality, const struct public_tests *tests,
                                 struct source_set sources, int plain, struct arena *arena);

struct grow_one_request {
    const char *package_path;
    const char *const *sources; /* files or folders on this machine */
    size_t source_count;
};

/* The same for `grader growth`: loads both, builds the solution in both ways. A compile error, and
 * a package without a plan, are ERR_INPUT. */
bool grow_one(const struct means *means, const struct grow_one_request *request,
              struct arena *arena, struct package *out_package, struct growth *out,
              struct err *err) MUST_CHECK;

#endif
