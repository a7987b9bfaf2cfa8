#include <stdint.h>
#include <stdio.h>

#include "pool.h"

int main(void)
{
    struct pool pool;
    void *blocks[POOL_BLOCKS];
    int got = 0;

    if (pool_init(&pool, 24) != 0)
        return 1;
    while (got < POOL_BLOCKS && (blocks[got] = pool_get(&pool)) != NULL)
        got++;
    printf("%d blocks, %u in use\n", got, (unsigned)pool.in_use);
    while (got > 0)
        pool_put(&pool, blocks[--got]);
    pool_destroy(&pool);
    return 0;
}
