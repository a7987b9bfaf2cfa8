/* one_bucket.c - a hash table whose hash is bad: all in one list.
 *
 * scene: set
 * time: n
 */
#include "set.h"
#include <stdlib.h>

struct node {
    unsigned key;
    struct node *next;
};
static struct node *table[64];

int set_has(unsigned key)
{
    struct node *at = table[key >> 30];
    while (at && at->key != key)
        at = at->next;
    return at != NULL;
}
void set_insert(unsigned key)
{
    struct node *node = malloc(sizeof *node);
    if (set_has(key))
        return;
    *node = (struct node){ key, table[key >> 30] };
    table[key >> 30] = node;
}
