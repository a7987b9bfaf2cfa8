/* reference.c - model solution: a chained hash table and a doubly linked list in one array. */

/*
 * Theory of operation
 *
 * All memory is taken at creation: `capacity` entries and a table of chains with at least as many
 * heads, a power of two. An entry is in two lists at once, both linked by 32-bit indices: the chain
 * of its hash (`chain`) and the order of use (`older`, `newer`), most recent first. When the cache
 * is full, the entry of the evicted key is used again for the new one, so nothing is ever freed or
 * moved.
 *
 * Keys are mixed before the low bits choose a chain: without that, keys that are multiples of a
 * power of two would share one chain. The mixer is a fixed bijection, so somebody who studies it
 * can still construct collisions; a cache that is open to the world would key the hash (SipHash).
 */

#include "lrucache.h"

#include <assert.h>
#include <stdlib.h>

#define NONE UINT32_MAX

struct entry {
    int64_t key, value;
    uint32_t chain;        /* next entry with the same hash */
    uint32_t older, newer; /* neighbours in the order of use */
};

struct lru_cache {
    struct entry *entries; /* owned; the first `size` of `capacity` are in use */
    uint32_t *heads;       /* owned; mask + 1 chains */
    uint32_t capacity, size, mask;
    uint32_t newest, oldest;
};

/* Finaliser of splitmix64: Steele, Lea, Flood, OOPSLA 2014; constants from Stafford's "mix 13". */
static uint64_t mix(uint64_t x)
{
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

static uint32_t *head_of(const struct lru_cache *cache, int64_t key)
{
    return &cache->heads[mix((uint64_t)key) & cache->mask];
}

static uint32_t find(const struct lru_cache *cache, int64_t key)
{
    uint32_t i = *head_of(cache, key);
    while (i != NONE && cache->entries[i].key != key)
        i = cache->entries[i].chain;
    return i;
}

static void chain_add(struct lru_cache *cache, uint32_t i)
{
    uint32_t *head = head_of(cache, cache->entries[i].key);
    cache->entries[i].chain = *head;
    *head = i;
}

static void chain_remove(struct lru_cache *cache, uint32_t i)
{
    uint32_t *link = head_of(cache, cache->entries[i].key);
    while (*link != i)
        link = &cache->entries[*link].chain;
    *link = cache->entries[i].chain;
}

static void order_remove(struct lru_cache *cache, uint32_t i)
{
    const struct entry *e = &cache->entries[i];
    if (e->newer == NONE)
        cache->newest = e->older;
    else
        cache->entries[e->newer].older = e->older;
    if (e->older == NONE)
        cache->oldest = e->newer;
    else
        cache->entries[e->older].newer = e->newer;
}

static void order_add_newest(struct lru_cache *cache, uint32_t i)
{
    cache->entries[i].newer = NONE;
    cache->entries[i].older = cache->newest;
    if (cache->newest == NONE)
        cache->oldest = i;
    else
        cache->entries[cache->newest].newer = i;
    cache->newest = i;
}

static void use(struct lru_cache *cache, uint32_t i)
{
    if (cache->newest == i)
        return;
    order_remove(cache, i);
    order_add_newest(cache, i);
}

/* An entry in neither list: a fresh one, or the one of the least recently used key. */
static uint32_t claim_entry(struct lru_cache *cache)
{
    if (cache->size < cache->capacity)
        return cache->size++;
    uint32_t i = cache->oldest;
    chain_remove(cache, i);
    order_remove(cache, i);
    return i;
}

struct lru_cache *lru_cache_create(size_t capacity)
{
    assert(capacity >= 1 && capacity < NONE / 2);
    uint32_t chains = 1;
    while (chains < capacity)
        chains *= 2;

    struct lru_cache *cache = malloc(sizeof *cache);
    struct entry *entries = malloc(capacity * sizeof *entries);
    uint32_t *heads = malloc(chains * sizeof *heads);
    if (!cache || !entries || !heads) {
        free(cache);
        free(entries);
        free(heads);
        return NULL;
    }
    for (uint32_t i = 0; i < chains; i++)
        heads[i] = NONE;
    *cache = (struct lru_cache){
        .entries = entries,
        .heads = heads,
        .capacity = (uint32_t)capacity,
        .mask = chains - 1,
        .newest = NONE,
        .oldest = NONE,
    };
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
    uint32_t i = find(cache, key);
    if (i == NONE)
        return false;
    use(cache, i);
    *out_value = cache->entries[i].value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    uint32_t i = find(cache, key);
    if (i != NONE) {
        use(cache, i);
        cache->entries[i].value = value;
        return true;
    }
    i = claim_entry(cache);
    cache->entries[i].key = key;
    cache->entries[i].value = value;
    chain_add(cache, i);
    order_add_newest(cache, i);
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
