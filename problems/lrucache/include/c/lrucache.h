/* lrucache.h - a cache of fixed capacity that evicts the least recently used key: the contract. */

#ifndef LRUCACHE_H
#define LRUCACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A map from 64-bit keys to 64-bit values that holds at most `capacity` entries.
 *
 * Every key and every value is allowed: 0, -1, INT64_MIN and INT64_MAX have no special meaning.
 *
 * The cache remembers in which order its keys were used. A key is used when lru_cache_get finds it
 * and when lru_cache_put stores it, whether it was there before or not. A get that finds nothing
 * and lru_cache_size use no key.
 *
 * Cost: get, put and size O(1) amortised, whatever the capacity and whatever the keys; create and
 * destroy O(capacity). Memory O(capacity), however many keys have passed through.
 *
 * Caches are independent of each other; several may be alive at the same time. No function is
 * called from more than one thread.
 */
struct lru_cache; /* opaque: you define it in your .c file */

/*
 * Makes an empty cache for at most `capacity` entries; `capacity` is at least 1.
 * Returns a cache that the caller owns and gives back with lru_cache_destroy, or NULL when memory
 * is refused.
 */
struct lru_cache *lru_cache_create(size_t capacity);

/* Frees the cache and everything in it. lru_cache_destroy(NULL) does nothing. */
void lru_cache_destroy(struct lru_cache *cache);

/*
 * Looks `key` up. If it is there: stores its value in *out_value, makes it the most recently used
 * key and returns true. If not: returns false and changes nothing, neither the cache nor
 * *out_value. Neither pointer is NULL.
 */
bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value);

/*
 * Stores `value` under `key` and makes `key` the most recently used one.
 * If `key` is there, its value is overwritten and nothing is evicted. If it is not and the cache is
 * full, exactly one entry goes: the least recently used.
 * Returns true, or false when memory is refused; the cache is then as it was before.
 */
bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value);

/* The number of entries in the cache: 0 … capacity. */
size_t lru_cache_size(const struct lru_cache *cache);

#endif
