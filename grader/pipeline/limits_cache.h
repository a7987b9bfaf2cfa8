/* limits_cache.h - a problem's time limit on this machine, kept from run to run. */
#ifndef GRADER_PIPELINE_LIMITS_CACHE_H
#define GRADER_PIPELINE_LIMITS_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/err.h"
#include "grader/base/hash.h"
#include "grader/model/package.h"
#include "grader/pipeline/means.h"

/* Names what a measured limit depends on: tests, accepted submissions, multipliers, key, and the
 * machine. */
void limits_cache_name(const struct means *means, const struct package *package,
                       char out[HASH_TEXT_MAX]);

/* The processor's name and the kernel's: another machine, or this one after an upgrade, measures
 * anew. */
void limits_cache_hash_machine(struct hash *hash);

/* False when it is not there or not readable: then it is measured again. */
bool limits_cache_get(const struct means *means, const char *name, uint64_t *out_limit_us);
/* Written whole or not at all. */
bool limits_cache_put(const struct means *means, const char *name, uint64_t limit_us,
                      struct err *err) MUST_CHECK;

#endif
