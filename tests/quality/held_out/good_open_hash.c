/* Two-sum: is there a pair of numbers with the given sum? A set with open addressing. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    int64_t *keys;
    bool *taken;
    size_t slots;   // a power of two, at least twice the keys
} IntSet;

static bool set_init(IntSet *set, size_t keys_max)
{
    size_t slots = 16;
    while (slots < keys_max * 2)
        slots *= 2;
    set->keys = malloc(slots * sizeof *set->keys);
    set->taken = calloc(slots, sizeof *set->taken);
    set->slots = slots;
    if (set->keys && set->taken)
        return true;
    free(set->keys);
    free(set->taken);
    return false;
}

static void set_free(IntSet *set)
{
    free(set->keys);
    free(set->taken);
}

static uint64_t mix(uint64_t x)
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdULL;
    x ^= x >> 33;
    return x;
}

// The slot that holds the key, or the free one where it belongs.
static size_t set_slot(const IntSet *set, int64_t key)
{
    size_t at = mix((uint64_t)key) & (set->slots - 1);
    while (set->taken[at] && set->keys[at] != key)
        at = (at + 1) & (set->slots - 1);
    return at;
}

static bool set_has(const IntSet *set, int64_t key)
{
    return set->taken[set_slot(set, key)];
}

static void set_add(IntSet *set, int64_t key)
{
    size_t at = set_slot(set, key);
    set->keys[at] = key;
    set->taken[at] = true;
}

// 1: found, 0: none, -1: the input is broken
static int search(IntSet *seen, size_t count, int64_t target)
{
    int found = 0;
    for (size_t i = 0; i < count; i++) {
        int32_t value;
        if (scanf("%d", &value) != 1)
            return -1;
        if (set_has(seen, target - value))
            found = 1;
        set_add(seen, value);
    }
    return found;
}

int main(void)
{
    size_t count;
    int32_t target;
    if (scanf("%zu %d", &count, &target) != 2 || count > 10000000)
        return 1;

    IntSet seen;
    if (!set_init(&seen, count)) {
        fprintf(stderr, "out of memory\n");
        return 1;
    }
    int found = search(&seen, count, target);
    if (found >= 0)
        puts(found ? "yes" : "no");
    set_free(&seen);
    return found >= 0 ? 0 : 1;
}
