/* tombstones.c - too slow: open addressing whose deleted places stay marked for ever. */

#include "lrucache.h"

#include <stdlib.h>

#define FREE 0u /* an entry of the table that was never in use */
#define DELETED                                                                                    \
    UINT32_MAX /* one that was: searches go on past it; all others hold a node's number */

/* Node 0 is the ring's sentinel; nodes 1 … capacity hold entries. */
struct node {
    int64_t key, value;
    uint32_t newer, older;
};

struct lru_cache {
    struct node *nodes; /* owned */
    uint32_t *table;    /* owned, mask + 1 numbers, at most half of them in use */
    size_t capacity, size, mask;
};

static size_t home_of(const struct lru_cache *cache, int64_t key)
{
    /* splitmix64's finaliser, as in the reference: the probe sequence needs well-mixed low bits. */
    uint64_t x = (uint64_t)key;
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (size_t)(x ^ (x >> 31)) & cache->mask;
}

/*
 * The place of `key`, or one where it may go: a free place or, when there is none left, a deleted
 * one. Deleted places never become free, so that in the end each search for a missing key goes
 * round the whole table. That is the fault.
 */
static size_t find_place(const struct lru_cache *cache, int64_t key)
{
    size_t place = home_of(cache, key);
    size_t deleted = place;
    for (size_t looked_at = 0; looked_at <= cache->mask; looked_at++) {
        uint32_t n = cache->table[place];
        if (n == FREE)
            return place;
        if (n == DELETED)
            deleted = place;
        else if (cache->nodes[n].key == key)
            return place;
        place = (place + 1) & cache->mask;
    }
    return deleted;
}

static void ring_remove(struct lru_cache *cache, uint32_t n)
{
    struct node *nodes = cache->nodes;
    nodes[nodes[n].newer].older = nodes[n].older;
    nodes[nodes[n].older].newer = nodes[n].newer;
}

static void ring_add_newest(struct lru_cache *cache, uint32_t n)
{
    struct node *nodes = cache->nodes;
    nodes[n].newer = 0;
    nodes[n].older = nodes[0].older;
    nodes[nodes[n].older].newer = n;
    nodes[0].older = n;
}

struct lru_cache *lru_cache_create(size_t capacity)
{
    struct lru_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    size_t places = 2;
    while (places < 2 * capacity)
        places *= 2;
    cache->capacity = capacity;
    cache->mask = places - 1;
    cache->nodes = calloc(capacity + 1, sizeof *cache->nodes);
    cache->table = calloc(places, sizeof *cache->table);
    if (!cache->nodes || !cache->table) {
        lru_cache_destroy(cache);
        return NULL;
    }
    return cache;
}

void lru_cache_destroy(struct lru_cache *cache)
{
    if (!cache)
        return;
    free(cache->nodes);
    free(cache->table);
    free(cache);
}

bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value)
{
    uint32_t n = cache->table[find_place(cache, key)];
    if (n == FREE || n == DELETED)
        return false;
    ring_remove(cache, n);
    ring_add_newest(cache, n);
    *out_value = cache->nodes[n].value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    uint32_t n = cache->table[find_place(cache, key)];
    if (n != FREE && n != DELETED) {
        ring_remove(cache, n);
    } else if (cache->size < cache->capacity) {
        n = (uint32_t)++cache->size;
    } else {
        n = cache->nodes[0].newer; /* the least recently used */
        ring_remove(cache, n);
        cache->table[find_place(cache, cache->nodes[n].key)] = DELETED;
    }
    cache->nodes[n].value = value;
    ring_add_newest(cache, n);
    cache->table[find_place(cache, key)] = n;
    cache->nodes[n].key = key;
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
