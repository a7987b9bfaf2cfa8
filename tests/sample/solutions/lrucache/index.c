#include "index.h"

#include <stdlib.h>
#include <string.h>

// Keys may be chosen by somebody who wants collisions (multiples of the table size, keys that
// differ only in the high bits), so every input bit has to reach the low bits.
// Same mixing steps as splitmix64.
static uint64_t scramble(int64_t key)
{
    uint64_t h = (uint64_t)key + 0x9e3779b97f4a7c15ULL;

    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ULL;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebULL;
    return h ^ (h >> 31);
}

static uint32_t *bucket_for(const Index *index, int64_t key)
{
    return &index->buckets[scramble(key) & index->mask];
}

bool index_init(Index *index, uint32_t capacity)
{
    uint32_t count = 1;

    while (count < capacity)
        count *= 2;
    index->mask = count - 1;
    index->buckets = malloc(count * sizeof(uint32_t));
    if (!index->buckets)
        return false;
    memset(index->buckets, 0xff, count * sizeof(uint32_t)); // all NIL
    return true;
}

void index_free(Index *index)
{
    free(index->buckets);
    index->buckets = NULL;
}

uint32_t index_find(const Index *index, const Slab *slab, int64_t key)
{
    uint32_t at = *bucket_for(index, key);

    while (at != NIL && slab->entries[at].key != key)
        at = slab->entries[at].chain;
    return at;
}

void index_add(Index *index, Slab *slab, uint32_t at)
{
    uint32_t *bucket = bucket_for(index, slab->entries[at].key);

    slab->entries[at].chain = *bucket;
    *bucket = at;
}

void index_remove(Index *index, Slab *slab, uint32_t at)
{
    uint32_t *link = bucket_for(index, slab->entries[at].key);

    while (*link != at)
        link = &slab->entries[*link].chain;
    *link = slab->entries[at].chain;
}
