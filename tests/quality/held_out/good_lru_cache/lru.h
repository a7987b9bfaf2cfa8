/* lru.h - a cache of int keys and values that forgets what was used least recently. */
#ifndef LRU_H
#define LRU_H

#include <stdbool.h>
#include <stddef.h>

struct lru;

/* NULL when capacity is 0 or memory is short. */
struct lru *lru_new(size_t capacity);
void lru_free(struct lru *cache);

bool lru_get(struct lru *cache, int key, int *value);
void lru_put(struct lru *cache, int key, int value);

#endif
