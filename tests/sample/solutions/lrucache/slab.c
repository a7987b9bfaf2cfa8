#include "slab.h"

#include <stdlib.h>

bool slab_init(Slab *slab, uint32_t capacity)
{
    slab->entries = malloc(capacity * sizeof(Entry));
    slab->capacity = capacity;
    slab->used = 0;
    slab->head = NIL;
    slab->tail = NIL;
    return slab->entries != NULL;
}

void slab_free(Slab *slab)
{
    free(slab->entries);
    slab->entries = NULL;
}

static void link_front(Slab *slab, uint32_t at)
{
    Entry *e = &slab->entries[at];

    e->prev = NIL;
    e->next = slab->head;
    if (slab->head != NIL)
        slab->entries[slab->head].prev = at;
    else
        slab->tail = at;
    slab->head = at;
}

static void unlink_entry(Slab *slab, uint32_t at)
{
    const Entry *e = &slab->entries[at];

    if (e->prev != NIL)
        slab->entries[e->prev].next = e->next;
    else
        slab->head = e->next;

    if (e->next != NIL)
        slab->entries[e->next].prev = e->prev;
    else
        slab->tail = e->prev;
}

uint32_t slab_push(Slab *slab, int64_t key, int64_t value)
{
    uint32_t at = slab->used++;

    slab->entries[at].key = key;
    slab->entries[at].value = value;
    link_front(slab, at);
    return at;
}

void slab_touch(Slab *slab, uint32_t at)
{
    if (slab->head == at)
        return;
    unlink_entry(slab, at);
    link_front(slab, at);
}
