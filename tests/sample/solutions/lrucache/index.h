// Hash index: key -> position in the slab. Separate chaining through Entry.chain.
#pragma once

#include "slab.h"

typedef struct {
    uint32_t *buckets;
    uint32_t mask; // number of buckets - 1, a power of two minus one
} Index;

bool index_init(Index *index, uint32_t capacity);
void index_free(Index *index);

// Position of the key, or NIL.
uint32_t index_find(const Index *index, const Slab *slab, int64_t key);

// Adds the entry under its key. The key must not be there yet.
void index_add(Index *index, Slab *slab, uint32_t at);

// Removes the entry. It must be there.
void index_remove(Index *index, Slab *slab, uint32_t at);
