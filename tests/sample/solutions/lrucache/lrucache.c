// LRU cache = hash index + list in order of use.
//
// All memory is taken in lru_cache_create, so put never allocates and never fails.
// When the cache is full, the entry at the tail of the list is reused in place for the new key.
#include "lrucache.h"

#include <stdlib.h>

#include "index.h"
#include "slab.h"

struct lru_cache {
    Slab slab;
    Index index;
};

struct lru_cache *lru_cache_create(size_t capacity)
{
    struct lru_cache *cache;

    if (capacity == 0 || capacity >= NIL / 2)
        return NULL;
    cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    if (!slab_init(&cache->slab, (uint32_t)capacity) ||
        !index_init(&cache->index, (uint32_t)capacity)) {
        lru_cache_destroy(cache);
        return NULL;
    }
    return cache;
}

void lru_cache_destroy(struct lru_cache *cache)
{
    if (!cache)
        return;
    index_free(&cache->index);
    slab_free(&cache->slab);
    free(cache);
}

bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value)
{
    uint32_t at = index_find(&cache->index, &cache->slab, key);

    if (at == NIL)
        return false;
    slab_touch(&cache->slab, at);
    *out_value = cache->slab.entries[at].value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    Slab *slab = &cache->slab;
    uint32_t at = index_find(&cache->index, slab, key);

    if (at != NIL) {
        slab->entries[at].value = value;
        slab_touch(slab, at);
        return true;
    }

    if (slab->used < slab->capacity) {
        at = slab_push(slab, key, value);
    } else {
        at = slab->tail;
        index_remove(&cache->index, slab, at);
        slab->entries[at].key = key;
        slab->entries[at].value = value;
        slab_touch(slab, at);
    }
    index_add(&cache->index, slab, at);
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->slab.used;
}
