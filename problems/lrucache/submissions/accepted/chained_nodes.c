/* chained_nodes.c - one malloc per entry, chains of pointers, a ring for the order of use. */

#include "lrucache.h"

#include <stdlib.h>

struct node {
    struct node *newer, *older; /* ring of use; the cache's `ring` closes it */
    struct node *chain;         /* next node with the same hash */
    int64_t key, value;
};

struct lru_cache {
    size_t capacity, size, buckets;
    struct node ring;    /* ring.older is the most recently used node, ring.newer the least */
    struct node **table; /* owned, and the nodes in it */
};

/* fmix64 of MurmurHash3 (Austin Appleby, public domain). */
static size_t bucket_of(const struct lru_cache *cache, int64_t key)
{
    uint64_t h = (uint64_t)key;
    h = (h ^ (h >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    h = (h ^ (h >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
    return (size_t)((h ^ (h >> 33)) % cache->buckets);
}

/* The link that points to the node of `key`, or the NULL at the end of its chain. */
static struct node **find_link(const struct lru_cache *cache, int64_t key)
{
    struct node **link = &cache->table[bucket_of(cache, key)];
    while (*link && (*link)->key != key)
        link = &(*link)->chain;
    return link;
}

static void ring_remove(struct node *node)
{
    node->newer->older = node->older;
    node->older->newer = node->newer;
}

static void ring_add_newest(struct lru_cache *cache, struct node *node)
{
    node->newer = &cache->ring;
    node->older = cache->ring.older;
    node->older->newer = node;
    cache->ring.older = node;
}

static void use(struct lru_cache *cache, struct node *node)
{
    ring_remove(node);
    ring_add_newest(cache, node);
}

static void evict_oldest(struct lru_cache *cache)
{
    struct node *oldest = cache->ring.newer;
    struct node **link = find_link(cache, oldest->key);
    *link = oldest->chain;
    ring_remove(oldest);
    free(oldest);
    cache->size--;
}

static bool insert(struct lru_cache *cache, int64_t key, int64_t value)
{
    struct node *node = malloc(sizeof *node);
    if (!node)
        return false;
    if (cache->size == cache->capacity)
        evict_oldest(cache);
    struct node **head = &cache->table[bucket_of(cache, key)];
    node->key = key;
    node->value = value;
    node->chain = *head;
    *head = node;
    ring_add_newest(cache, node);
    cache->size++;
    return true;
}

struct lru_cache *lru_cache_create(size_t capacity)
{
    struct lru_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    cache->capacity = capacity;
    cache->buckets = capacity + capacity / 2;
    cache->ring.newer = cache->ring.older = &cache->ring;
    cache->table = calloc(cache->buckets, sizeof *cache->table);
    if (!cache->table) {
        free(cache);
        return NULL;
    }
    return cache;
}

void lru_cache_destroy(struct lru_cache *cache)
{
    if (!cache)
        return;
    while (cache->size > 0)
        evict_oldest(cache);
    free(cache->table);
    free(cache);
}

bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value)
{
    struct node *node = *find_link(cache, key);
    if (!node)
        return false;
    use(cache, node);
    *out_value = node->value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    struct node *node = *find_link(cache, key);
    if (!node)
        return insert(cache, key, value);
    use(cache, node);
    node->value = value;
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
