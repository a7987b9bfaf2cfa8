/* seed.h - {seed} in the words of a generator's call. Private to grader/catalog. */
#ifndef GRADER_CATALOG_SEED_H
#define GRADER_CATALOG_SEED_H

#include <stdint.h>

#include "grader/base/arena.h"

#define SEED_WORD "{seed}"

/* A word of a call with the seed in place of each {seed}; in the arena, or the word itself. */
const char *seed_put(struct arena *arena, const char *word, uint64_t seed);

#endif
