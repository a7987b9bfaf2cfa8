/* trials_cache.h - small public inputs with their answers, kept from run to run. */
#ifndef GRADER_PIPELINE_TRIALS_CACHE_H
#define GRADER_PIPELINE_TRIALS_CACHE_H

#include "grader/base/hash.h"
#include "grader/model/counterexample.h"
#include "grader/pipeline/means.h"
#include "grader/pipeline/trial_calls.h"

/* By all that decides them: the package, the calls, the generators, the model solution. False:
 * there is no cache. */
bool trials_cache_name(const struct means *means, const struct package *package,
                       const struct package_submission *model, const struct trial_calls *calls,
                       char out[HASH_TEXT_MAX]);

/* False when it has none, or none that is whole; then they are made again. In the arena. */
bool trials_cache_get(const struct means *means, const char *name, const struct package *package,
                      struct arena *arena, struct trial_set *out);

/* Nothing is lost when they can't be kept. */
void trials_cache_put(const struct means *means, const char *name, const struct package *package,
                      const struct trial_set *set);

#endif
