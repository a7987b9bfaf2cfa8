/* stride.c - generator: keys that are multiples of a step, to make weak hash functions collide. */

/*
 * usage: stride N CAPACITY STEP SEED
 *
 * Prints `C CAPACITY` and N gets and puts; the keys are i * STEP modulo 2^64, read as signed, for i
 * below twice the capacity. STEP is a decimal number up to 2^64 - 1. Steps that hurt: powers of two
 * (tables of 2^k heads that take the low bits, multiplicative hashing that does), 2^32 + 1 (hashes
 * that fold the halves with xor), the capacity times a power of two (tables sized by the capacity).
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

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: stride N CAPACITY STEP SEED\n", stderr);
        return 1;
    }
    uint64_t n = strtoull(argv[1], NULL, 10);
    uint64_t capacity = strtoull(argv[2], NULL, 10);
    uint64_t step = strtoull(argv[3], NULL, 10);
    uint64_t state = strtoull(argv[4], NULL, 10);
    printf("C %" PRIu64 "\n", capacity);
    for (uint64_t i = 0; i < n; i++) {
        int64_t key = (int64_t)(next_random(&state) % (2 * capacity) * step);
        uint64_t dice = next_random(&state);
        /* Puts first, so that the cache is soon full. */
        if (i < n / 4 || dice % 2 == 0)
            printf("P %" PRId64 " %" PRIu64 "\n", key, dice / 2 % 100);
        else
            printf("G %" PRId64 "\n", key);
    }
    return 0;
}
