/* many.c - generator: many caches one after the other, each filled, used and given back. */

/*
 * usage: many CACHES CAPACITY PUTS SEED
 *
 * Each cache gets PUTS new keys and a few more, then two gets and a size; with PUTS = 0 it gets
 * nothing, and only every 64th is asked for its size. Every other cache is destroyed by `D`, the
 * others by the `C` of the next. What one of them leaks adds up.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* splitmix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* The keys of the cache before come again: nothing of it may still be there. */
static void use_cache(uint64_t *state, uint64_t cache, uint64_t puts_each)
{
    uint64_t first = next_random(state) % (puts_each + 1);
    uint64_t puts_here = puts_each + next_random(state) % 4;
    printf("G %" PRIu64 "\n", first);
    for (uint64_t i = 0; i < puts_here; i++)
        printf("P %" PRIu64 " %" PRIu64 "\n", first + i, cache % 100);
    printf("G %" PRIu64 "\nG %" PRIu64 "\nS\n", first, first + puts_each - 1);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: many CACHES CAPACITY PUTS SEED\n", stderr);
        return 1;
    }
    uint64_t caches = strtoull(argv[1], NULL, 10);
    uint64_t capacity = strtoull(argv[2], NULL, 10);
    uint64_t puts_each = strtoull(argv[3], NULL, 10);
    uint64_t state = strtoull(argv[4], NULL, 10);
    for (uint64_t cache = 0; cache < caches; cache++) {
        printf("C %" PRIu64 "\n", capacity);
        if (puts_each > 0)
            use_cache(&state, cache, puts_each);
        else if (cache % 64 == 0)
            puts("S");
        if (cache % 2 == 0)
            puts("D");
    }
    return 0;
}
