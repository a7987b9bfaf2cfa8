/* make.h - tests that a package only describes are made: inputs by its generators, answers by its
 * model solution. */
#ifndef GRADER_CATALOG_MAKE_H
#define GRADER_CATALOG_MAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/package.h"
#include "grader/run/runner.h"

/*
 *   catalog_needs_making(package)      false: nothing to do
 *   catalog_find_cases(…, &found)      looks into the cache; needs no programs, so that nothing is
 *                                      compiled when it finds them
 *   catalog_make_cases(…)              looks again, and makes what is not there; needs the programs
 *
 * The cache is a folder CACHE/KEY a set of cases, KEY being a hash of all that decides them: the
 * package's content, its generators, the model solution, the secret key, the user and our own
 * version. A set is made in a folder of its own and renamed into place, so two graders at once are
 * fine. Folders are made with mode 0700 and files with 0600: hidden tests.
 */

/* What the pipeline lends for the call. */
struct case_maker {
    struct runner *runner;
    const int *generators; /* executables in the order of package->generators; -1: not compiled,
                              which is right for one that no case calls */
    int model_executable;
    bool model_has_starter;
    const struct package_submission *model; /* catalog_model_solution(package) */
    const void *key;                        /* of the hidden tests' seeds; may be NULL */
    size_t key_size;                        /* at most 64 bytes are used */
    const char *cache;                      /* a folder; made when it is not there */
};

/* Whether any case has a call and no files yet. */
bool catalog_needs_making(const struct package *package);

/* Whether some case calls the package's generator of this index. */
bool catalog_uses_generator(const struct package *package, size_t index);

/* The number that {seed} becomes for a case: BLAKE2b of package id and case name under the key. */
uint64_t catalog_case_seed(const void *key, size_t key_size, const char *package_id,
                           const char *case_name);

/*
 * Fills input_path and answer_path of all cases with a call, all or none, when the cache has them
 * whole: every file of the manifest is there with its size and is ours. Of the maker only model,
 * key and cache are used. A damaged set counts as not found. Paths live in the arena.
 */
bool catalog_find_cases(struct package *package, const struct case_maker *maker,
                        struct arena *arena, bool *out_found, struct err *err) MUST_CHECK;

/*
 * The same, but makes the set first if it is not there whole. One session a generator and one for
 * the model solution. ERR_INPUT names the case and the cause: a generator that fails, exceeds a
 * limit or prints nothing, a model solution that does not end well. ERR_FAULT: no sandbox, no disk.
 * On failure the package and the cache are as before.
 */
bool catalog_make_cases(struct package *package, const struct case_maker *maker,
                        struct arena *arena, struct err *err) MUST_CHECK;

#endif
