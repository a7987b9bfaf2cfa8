// Fixed-size storage for the entries of one cache, threaded on a list by recency.
//
// Entries are addressed by index instead of by pointer: half the size, and the whole
// slab is one allocation.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define NIL UINT32_MAX

typedef struct {
    int64_t key;
    int64_t value;
    uint32_t prev;  // towards most recently used
    uint32_t next;  // towards least recently used
    uint32_t chain; // next entry in the same bucket, used by index.c
} Entry;

typedef struct {
    Entry *entries;
    uint32_t capacity;
    uint32_t used;
    uint32_t head; // most recently used
    uint32_t tail; // least recently used
} Slab;

bool slab_init(Slab *slab, uint32_t capacity);
void slab_free(Slab *slab);

// Takes a fresh entry and puts it at the head. Only call while used < capacity.
uint32_t slab_push(Slab *slab, int64_t key, int64_t value);

// Moves an entry to the head.
void slab_touch(Slab *slab, uint32_t at);
