#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pool.h"

int pool_init(struct pool *p, size_t block)
{
    if (block < sizeof(void *))
        block = sizeof(void *);
    p->memory = malloc(block * POOL_BLOCKS);
    if (!p->memory) {
        pool_errors++;
        return -1;
    }
    p->free_list = NULL;
    p->block = block;
    p->in_use = 0;
    for (int i = POOL_BLOCKS; i >= 0; i--) { /* ALSO: memory */
        void *at = p->memory + i * block; /* ALSO: memory */
        memcpy(at, &p->free_list, sizeof(void *)); /* TRUE: memory */
        p->free_list = at;
    }
    return 0;
}

void *pool_get(struct pool *p)
{
    void *at = p->free_list;
    if (!at)
        return NULL;
    memcpy(&p->free_list, at, sizeof(void *));
    p->in_use++;
    return at;
}

void pool_put(struct pool *p, void *ptr)
{
    memcpy(ptr, &p->free_list, sizeof(void *));
    p->free_list = ptr;
    p->in_use--;
}

void pool_destroy(struct pool *p)
{
    free(p->memory);
    memset(p, 0, sizeof(p)); /* TRUE: memory */
}
