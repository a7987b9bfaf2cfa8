#include "lru.h"

#include <stdint.h>
#include <stdlib.h>

struct node {
    struct node *prev, *next; /* in order of use */
    struct node *chain;       /* in its bucket */
    int key;
    int value;
};

struct lru {
    struct node order; /* a ring: order.next is the most recent */
    struct node *nodes;
    struct node **buckets;
    size_t bucket_count;
    size_t capacity;
    size_t used;
};

static struct node **bucket_of(struct lru *cache, int key)
{
    uint32_t hash = (uint32_t)key * 2654435761u;
    return &cache->buckets[hash % cache->bucket_count];
}

static void unlink_node(struct node *node)
{
    node->prev->next = node->next;
    node->next->prev = node->prev;
}

static void link_first(struct lru *cache, struct node *node)
{
    node->prev = &cache->order;
    node->next = cache->order.next;
    node->next->prev = node;
    cache->order.next = node;
}

static struct node *find(struct lru *cache, int key)
{
    struct node *node = *bucket_of(cache, key);
    while (node && node->key != key)
        node = node->chain;
    return node;
}

static void drop_from_bucket(struct lru *cache, const struct node *node)
{
    struct node **link = bucket_of(cache, node->key);
    while (*link != node)
        link = &(*link)->chain;
    *link = node->chain;
}

static struct node *take_slot(struct lru *cache)
{
    if (cache->used < cache->capacity)
        return &cache->nodes[cache->used++];
    struct node *oldest = cache->order.prev;
    unlink_node(oldest);
    drop_from_bucket(cache, oldest);
    return oldest;
}

struct lru *lru_new(size_t capacity)
{
    if (capacity == 0 || capacity > SIZE_MAX / 2)
        return NULL;
    struct lru *cache = calloc(1, sizeof *cache);
    if (!cache)
        return NULL;
    cache->capacity = capacity;
    cache->bucket_count = capacity * 2;
    cache->nodes = calloc(capacity, sizeof *cache->nodes);
    cache->buckets = calloc(cache->bucket_count, sizeof *cache->buckets);
    if (!cache->nodes || !cache->buckets) {
        lru_free(cache);
        return NULL;
    }
    cache->order.prev = cache->order.next = &cache->order;
    return cache;
}

void lru_free(struct lru *cache)
{
    if (!cache)
        return;
    free(cache->nodes);
    free(cache->buckets);
    free(cache);
}

bool lru_get(struct lru *cache, int key, int *value)
{
    struct node *node = find(cache, key);
    if (!node)
        return false;
    unlink_node(node);
    link_first(cache, node);
    *value = node->value;
    return true;
}

void lru_put(struct lru *cache, int key, int value)
{
    struct node *node = find(cache, key);
    if (node) {
        unlink_node(node);
    } else {
        node = take_slot(cache);
        struct node **bucket = bucket_of(cache, key);
        node->key = key;
        node->chain = *bucket;
        *bucket = node;
    }
    node->value = value;
    link_first(cache, node);
}
