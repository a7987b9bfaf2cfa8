/* list_scan.c - too slow: finds a key by walking a linked list in the order of use, O(capacity). */

#include "lrucache.h"

#include <stdlib.h>

struct node {
    struct node *older;
    int64_t key, value;
};

struct lru_cache {
    size_t capacity, size;
    struct node *newest; /* owned, and all that follow */
};

/* Moves the node of `key` to the front; returns it, or NULL if the key is not there. */
static struct node *use(struct lru_cache *cache, int64_t key)
{
    struct node **link = &cache->newest;
    while (*link && (*link)->key != key)
        link = &(*link)->older;
    struct node *node = *link;
    if (!node)
        return NULL;
    *link = node->older;
    node->older = cache->newest;
    cache->newest = node;
    return node;
}

static struct node *take_oldest(struct lru_cache *cache)
{
    struct node **link = &cache->newest;
    while ((*link)->older)
        link = &(*link)->older;
    struct node *oldest = *link;
    *link = NULL;
    cache->size--;
    return oldest;
}

struct lru_cache *lru_cache_create(size_t capacity)
{
    struct lru_cache *cache = calloc(1, sizeof *cache);
    if (cache)
        cache->capacity = capacity;
    return cache;
}

void lru_cache_destroy(struct lru_cache *cache)
{
    if (!cache)
        return;
    while (cache->newest) {
        struct node *node = cache->newest;
        cache->newest = node->older;
        free(node);
    }
    free(cache);
}

bool lru_cache_get(struct lru_cache *cache, int64_t key, int64_t *out_value)
{
    const struct node *node = use(cache, key);
    if (!node)
        return false;
    *out_value = node->value;
    return true;
}

bool lru_cache_put(struct lru_cache *cache, int64_t key, int64_t value)
{
    struct node *node = use(cache, key);
    if (!node) {
        bool full = cache->size == cache->capacity;
        node = full ? take_oldest(cache) : malloc(sizeof *node);
        if (!node)
            return false;
        node->key = key;
        node->older = cache->newest;
        cache->newest = node;
        cache->size++;
    }
    node->value = value;
    return true;
}

size_t lru_cache_size(const struct lru_cache *cache)
{
    return cache->size;
}
