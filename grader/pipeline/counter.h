/* counter.h - after a hidden failure: a small public input that shows the same fault, or none. */
#ifndef GRADER_PIPELINE_COUNTER_H
#define GRADER_PIPELINE_COUNTER_H

#include "grader/model/counterexample.h"
#include "grader/model/program.h"
#include "grader/pipeline/means.h"
#include "grader/pipeline/prepare.h"

/*
 * The stage of the line after judging. NULL when there is nothing to look for: the submission
 * passed, a test that is shown failed, or it did not compile. It never fails: what is our fault, or
 * the package's, is `not_searched`. In the arena, which the judgement's package shares.
 */
const struct counterexample *counter_judged(const struct means *means,
                                            const struct prepared *prepared,
                                            const struct judgement *judgement,
                                            const struct program *program, struct arena *arena);

#endif
