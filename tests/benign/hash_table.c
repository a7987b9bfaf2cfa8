/* hash_table.c - a hash table that grows, with half a million keys.
 *
 * expect: exit 0
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct table {
    uint64_t *keys;
    uint32_t *values;
    size_t room, count;
};

static uint64_t mix(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdull;
    x ^= x >> 33;
    return x;
}

static uint32_t *find(struct table *t, uint64_t key)
{
    size_t at = mix(key) & (t->room - 1);
    while (t->keys[at] && t->keys[at] != key)
        at = (at + 1) & (t->room - 1);
    if (!t->keys[at]) {
        t->keys[at] = key;
        t->count++;
    }
    return &t->values[at];
}

static void grow(struct table *t)
{
    struct table bigger = { NULL, NULL, t->room ? t->room * 2 : 16, 0 };
    bigger.keys = calloc(bigger.room, sizeof *bigger.keys);
    bigger.values = calloc(bigger.room, sizeof *bigger.values);
    for (size_t i = 0; i < t->room; i++)
        if (t->keys[i])
            *find(&bigger, t->keys[i]) = t->values[i];
    free(t->keys);
    free(t->values);
    *t = bigger;
}

int main(void)
{
    struct table t = { 0 };
    uint64_t state = 1;
    for (int i = 0; i < 500000; i++) {
        if (2 * t.count >= t.room)
            grow(&t);
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        ++*find(&t, (state >> 44) + 1);
    }
    uint32_t most = 0;
    for (size_t i = 0; i < t.room; i++)
        most = t.values[i] > most ? t.values[i] : most;
    printf("%zu %zu %u\n", t.count, t.room, most);
    free(t.keys);
    free(t.values);
    return 0;
}
