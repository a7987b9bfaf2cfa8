/* oldest_by_timestamp.c - too slow: hashes to find, but scans all times of use to evict. */

#include "lrucache.h"

#include <stdlib.h>

struct entry {
    int64_t key, value;
    uint64_t used_at;
    uint32_t next; /* in the chain, as number + 1; 0 ends it */
};

struct lru_cache {
    struct entry *entries; /* owned */
    uint32_t *heads;       /* owned; `capacity` chains */
    size_t capacity, size;
    uint64_t now;
};

/* splitmix64's finaliser: here the table is fine. */
static uint32_t *head_of(const struct lru_cache *cache, int64_t key)
{
    uint64_t x = (uint64_t)key;
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return &cache->heads[(x ^ (x >> 31)) % cache->capacity];
}

static uint32_t *find_link(const struct lru_cache *cache, int64_t key)
{
    uint32_t *link = head_of(cache, key);
    while (*link && cache->entries[*link - 1].key != key)
        link = &cache->entries[*link - 1].next;
    return link;
}

static uint32_t evict_oldest(struct lru_cache *cache)
{
    size_t oldest = 0;
    for (size_t i = 1; i < cache->size; i++) {
        if (cache->entries[i].used_at < cache->entries[oldest].used_at)
            oldest = i;
    }
    *find_link(cache, cache->entries[oldest].key) = cache->entries[oldest].next;
    return (uint32_t)oldest;
}

struct lru_cache *lru_cache_create(size_t capacity)
{
    struct lru_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    cache->capacity = capacity;
    cache->entries = calloc(capacity, sizeof *cache->entries);
    cache->heads = calloc(capacity, sizeof *cache->heads);
    if (!cache->entries || !cache->heads) {
        lru_cache_destroy(cache);
        return NULL;
    }
    return cache;
}

void lru_cache_destroy(struct lru_cache *cache)
{
    if (!cache)
        return;
    free(cache->entries);
    free(cache->heads);
    free(cache);
}

bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value)
{
    uint32_t number = *find_link(cache, key);
    if (number == 0)
        return false;
    cache->entries[number - 1].used_at = ++cache->now;
    *out_value = cache->entries[number - 1].value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    uint32_t number = *find_link(cache, key);
    if (number == 0) {
        bool full = cache->size == cache->capacity;
        number = 1 + (full ? evict_oldest(cache) : (uint32_t)cache->size++);
        uint32_t *head = head_of(cache, key);
        cache->entries[number - 1].key = key;
        cache->entries[number - 1].next = *head;
        *head = number;
    }
    cache->entries[number - 1].used_at = ++cache->now;
    cache->entries[number - 1].value = value;
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
