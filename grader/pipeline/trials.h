/* trials.h - the small public inputs of a package with their answers, made once and kept. */
#ifndef GRADER_PIPELINE_TRIALS_H
#define GRADER_PIPELINE_TRIALS_H

#include "grader/model/counterexample.h"
#include "grader/pipeline/means.h"

/*
 * From the cache when it has them: they are the same for every submission, every key and every
 * machine. Else they are made: listed (trial_calls.h), generated, answered by the model solution
 * (trial_inputs.h). Nobody has asked the validators yet. No trials is no error: *out_why is then a
 * sentence. ERR_INPUT or ERR_FAULT when something could not be built or run.
 */
bool trials_get(const struct means *means, const struct package *package, struct arena *arena,
                struct trial_set *out, const char **out_why, struct err *err) MUST_CHECK;

#endif
