/* made_cache.h - sets of made tests on disk, found whole or not at all. Private to grader/catalog.
 */
#ifndef GRADER_CATALOG_MADE_CACHE_H
#define GRADER_CATALOG_MADE_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

/*
 *   CACHE/KEY/manifest             "grader-cases 1 KEY COUNT", then "SIZE HASH NAME" a file, then
 *                                  the hash of all lines above
 *   CACHE/KEY/0001-small-01.in     the files; the manifest is sorted by name
 *
 * cache_begin, cache_put for each file, cache_commit; or cache_abandon at any point, which
 * is also right after cache_commit and leaves nothing behind.
 */
struct made_file {
    const char *name; /* in the set's folder; in the arena */
    uint64_t size;
    char hash[65];
};

struct cache_draft {
    struct arena *arena;
    const char *folder; /* in the arena; NULL: none is open */
    const char *cache, *key;
    struct made_file *files;
    size_t count, capacity;
};

enum { CACHE_FILE_MAX = 20000 };

/* Makes the cache's folder if needed and a draft's folder in it. ERR_FAULT, or ERR_INPUT when the
 * cache's folder cannot be made. cache and key are borrowed until the end. */
bool cache_begin(const char *cache, const char *key, struct arena *arena, struct cache_draft *out,
                 struct err *err) MUST_CHECK;

/* Writes one file and gives its path in the draft, in the arena. ERR_FAULT. */
bool cache_put(struct cache_draft *draft, const char *name, struct str bytes, const char **out_path,
               struct err *err) MUST_CHECK;

/* Writes the manifest and renames the draft to CACHE/KEY. A whole set that somebody else made
 * meanwhile stays and ours goes; a damaged one is replaced. ERR_FAULT. */
bool cache_commit(struct cache_draft *draft, struct err *err) MUST_CHECK;
void cache_abandon(struct cache_draft *draft);

/* The names that a set must have, sorted, are compared with the manifest; sizes and owners with the
 * disk. A set that is damaged or missing is false. */
bool cache_is_whole(const char *cache, const char *key, const char *const *names, size_t count);

#endif
