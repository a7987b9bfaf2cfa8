/* small_call.h - the call of a generator, as a test has it, becomes one that makes less. */
#ifndef GRADER_CATALOG_SMALL_CALL_H
#define GRADER_CATALOG_SMALL_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/model/package.h"

/*
 * generators/tests.yaml says only which words make a test: "ops random 20000 1000 {seed}". What
 * they mean is the generator's own affair, so the words of a smaller call are a guess, and whether
 * it made an input is for the generator and the input validators to say. The guess: the first word
 * that is a number above 0 is the size; another number above 0 is a parameter that may have to
 * shrink with it, and, by the seed, is left alone or becomes one from 1 up to the size.
 */

/* Whether a smaller call can be made of this one: it has a size above 1 and a {seed}. */
bool small_call_is_possible(const struct generator_call *call);

/* The size; 0: none. */
uint64_t small_call_size(const struct generator_call *call);

/* Whether two calls differ in nothing but their sizes. */
bool small_call_is_alike(const struct generator_call *a, const struct generator_call *b);

/*
 * The words, without the program's, for a size and a seed, in the arena. False when there are none
 * that are new: the call's own size is no larger, or some test of the package has the same words
 * but for the seed. Such a test may not look at its seed, and then it would be made again.
 */
bool small_call_words(const struct package *package, const struct generator_call *call, size_t size,
                      uint64_t seed, struct arena *arena, struct word_list *out);

/* Whether some test of the package is a call of the program with these words, whatever its seed. */
bool small_call_is_of_test(const struct package *package, const char *program,
                           struct word_list words, uint64_t seed);

#endif
