/* hash_probing.c - a hash table with linear probing that doubles.
 *
 * scene: set
 * time: 1
 */
#include "set.h"
#include <stdlib.h>

static unsigned *table, slots, used; /* keys plus one */

static unsigned place(unsigned key)
{
    unsigned at = key * 2654435761u >> 6 & (slots - 1);
    while (table[at] && table[at] != key + 1)
        at = (at + 1) & (slots - 1);
    return at;
}
int set_has(unsigned key)
{
    return slots && table[place(key)];
}
void set_insert(unsigned key)
{
    if (2 * used >= slots) {
        unsigned *old = table, count = slots;
        slots = slots ? 2 * slots : 16;
        table = calloc(slots, sizeof *table);
        for (unsigned i = 0; i < count; i++)
            if (old[i])
                table[place(old[i] - 1)] = old[i];
        free(old);
    }
    unsigned at = place(key);
    used += table[at] == 0;
    table[at] = key + 1;
}
