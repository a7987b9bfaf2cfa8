/* grow_cache.h - how the cost of a problem's model solution grows, kept from run to run. */
#ifndef GRADER_PIPELINE_GROW_CACHE_H
#define GRADER_PIPELINE_GROW_CACHE_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/base/hash.h"
#include "grader/growth/lab.h"
#include "grader/model/package.h"
#include "grader/pipeline/means.h"

/* Names what the series depends on: growth.yaml, generators, driver, the model solution, key,
 * compiler, machine, and the grader itself. False: there is no cache, or growth.yaml or the
 * grader's executable can't be read; then nothing is kept. */
bool grow_cache_name(const struct means *means, const struct package *package,
                     const struct source_set *model, char out[HASH_TEXT_MAX]);

/* False when it is not there, or not whole: then it is measured again. `stopped` is in the arena.
 */
bool grow_cache_get(const struct means *means, const char *name, struct arena *arena,
                    struct lab_series *out);
/* Written whole or not at all. */
bool grow_cache_put(const struct means *means, const char *name, const struct lab_series *series,
                    struct err *err) MUST_CHECK;

#endif
