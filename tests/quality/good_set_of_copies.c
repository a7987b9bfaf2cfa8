/* clean: a set whose keys are copies: each is stored at an index, and the end frees them all */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct set {
    char **slots;
    size_t mask, count;
};
static size_t hash(const char *s)
{
    size_t h = 5381;
    while (*s)
        h = h * 33 + (unsigned char)*s++;
    return h;
}
static int set_grow(struct set *set)
{
    size_t mask = set->mask * 2 + 1;
    char **slots = calloc(mask + 1, sizeof *slots);
    if (!slots)
        return 0;
    for (size_t i = 0; i <= set->mask; i++)
        if (set->slots[i]) {
            size_t at = hash(set->slots[i]) & mask;
            while (slots[at])
                at = (at + 1) & mask;
            slots[at] = set->slots[i];
        }
    free(set->slots);
    set->slots = slots;
    set->mask = mask;
    return 1;
}
static int set_add(struct set *set, const char *key)
{
    if (set->count * 2 > set->mask && !set_grow(set))
        return -1;
    size_t at = hash(key) & set->mask;
    while (set->slots[at] && strcmp(set->slots[at], key) != 0)
        at = (at + 1) & set->mask;
    if (set->slots[at])
        return 0;
    set->slots[at] = strdup(key);
    if (!set->slots[at])
        return -1;
    set->count++;
    return 1;
}
int main(void)
{
    struct set set = { calloc(8, sizeof(char *)), 7, 0 };
    char word[100];
    if (!set.slots)
        return 1;
    while (scanf("%99s", word) == 1)
        if (set_add(&set, word) < 0) {
            fprintf(stderr, "out of memory\n");
            break;
        }
    printf("%zu\n", set.count);
    for (size_t i = 0; i <= set.mask; i++)
        free(set.slots[i]);
    free(set.slots);
    return 0;
}
