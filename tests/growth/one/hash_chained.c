/* hash_chained.c - a hash table with chains that doubles.
 *
 * scene: set
 * time: 1
 */
#include "set.h"
#include <stdlib.h>

struct node {
    unsigned key;
    struct node *next;
};
static struct node **table;
static unsigned slots, used;

static unsigned slot_of(unsigned key)
{
    return key * 2654435761u >> 7 & (slots - 1);
}
static void grow(void)
{
    struct node **old = table;
    unsigned count = slots;
    slots = slots ? 2 * slots : 16;
    table = calloc(slots, sizeof *table);
    for (unsigned i = 0; i < count; i++)
        for (struct node *at = old[i], *next; at; at = next) {
            next = at->next;
            at->next = table[slot_of(at->key)];
            table[slot_of(at->key)] = at;
        }
    free(old);
}
int set_has(unsigned key)
{
    struct node *at = table ? table[slot_of(key)] : NULL;
    while (at && at->key != key)
        at = at->next;
    return at != NULL;
}
void set_insert(unsigned key)
{
    if (set_has(key))
        return;
    if (used >= slots)
        grow();
    struct node *node = malloc(sizeof *node);
    *node = (struct node){ key, table[slot_of(key)] };
    table[slot_of(key)] = node;
    used++;
}
