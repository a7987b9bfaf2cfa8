/* linear_probing.c - open addressing over entry numbers, with deletion that shifts back. */

#include "lrucache.h"

#include <stdlib.h>

#define FREE 0u /* an entry of the table that is not in use; others hold the node's number */

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

/* The place of `key`, or the free place where it belongs. */
static size_t find_place(const struct lru_cache *cache, int64_t key)
{
    size_t place = home_of(cache, key);
    while (cache->table[place] != FREE && cache->nodes[cache->table[place]].key != key)
        place = (place + 1) & cache->mask;
    return place;
}

/* Knuth, TAOCP 3, 6.4, algorithm R: what follows the gap moves into it unless its home lies
 * between. */
static void free_place(struct lru_cache *cache, size_t gap)
{
    size_t place = gap;
    for (;;) {
        cache->table[gap] = FREE;
        size_t home;
        do {
            place = (place + 1) & cache->mask;
            if (cache->table[place] == FREE)
                return;
            home = home_of(cache, cache->nodes[cache->table[place]].key);
        } while (((place - home) & cache->mask) < ((place - gap) & cache->mask));
        cache->table[gap] = cache->table[place];
        gap = place;
    }
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
    if (n == FREE)
        return false;
    ring_remove(cache, n);
    ring_add_newest(cache, n);
    *out_value = cache->nodes[n].value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    uint32_t n = cache->table[find_place(cache, key)];
    if (n != FREE) {
        ring_remove(cache, n);
    } else if (cache->size < cache->capacity) {
        n = (uint32_t)++cache->size;
    } else {
        n = cache->nodes[0].newer; /* the least recently used */
        ring_remove(cache, n);
        free_place(cache, find_place(cache, cache->nodes[n].key));
    }
    cache->nodes[n].value = value;
    ring_add_newest(cache, n);
    /* Only now: the shift may have moved the free place where the key belongs. */
    cache->table[find_place(cache, key)] = n;
    cache->nodes[n].key = key;
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
