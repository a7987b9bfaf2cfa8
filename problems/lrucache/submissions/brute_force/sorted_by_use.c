/* sorted_by_use.c - oracle: a plain array kept in the order of use; every operation is O(size). */

#include "lrucache.h"

#include <stdlib.h>
#include <string.h>

struct pair {
    int64_t key, value;
};

struct lru_cache {
    size_t capacity, size;
    struct pair pairs[]; /* pairs[0] is the least recently used */
};

struct lru_cache *lru_cache_create(size_t capacity)
{
    struct lru_cache *cache = malloc(sizeof *cache + capacity * sizeof(struct pair));
    if (cache) {
        cache->capacity = capacity;
        cache->size = 0;
    }
    return cache;
}

void lru_cache_destroy(struct lru_cache *cache)
{
    free(cache);
}

/* Takes the pair of `key` out of the array, if it is there. */
static bool take_out(struct lru_cache *cache, int64_t key, struct pair *out)
{
    for (size_t i = 0; i < cache->size; i++) {
        if (cache->pairs[i].key != key)
            continue;
        *out = cache->pairs[i];
        cache->size--;
        memmove(&cache->pairs[i], &cache->pairs[i + 1], (cache->size - i) * sizeof cache->pairs[0]);
        return true;
    }
    return false;
}

static void append(struct lru_cache *cache, struct pair pair)
{
    cache->pairs[cache->size++] = pair;
}

bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value)
{
    struct pair pair;
    if (!take_out(cache, key, &pair))
        return false;
    append(cache, pair);
    *out_value = pair.value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    struct pair gone;
    if (!take_out(cache, key, &gone) && cache->size == cache->capacity)
        take_out(cache, cache->pairs[0].key, &gone);
    append(cache, (struct pair){ key, value });
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
