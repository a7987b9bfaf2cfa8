/* skip_list.c - a skip list.
 *
 * scene: set
 * time: log n
 */
#include "set.h"
#include <stdlib.h>

enum { LEVELS = 20 };
struct node {
    unsigned key;
    struct node *next[LEVELS];
};
static struct node head;
static unsigned state = 99;

static struct node *find(unsigned key, struct node **before)
{
    struct node *at = &head;
    for (int level = LEVELS - 1; level >= 0; level--) {
        while (at->next[level] && at->next[level]->key < key)
            at = at->next[level];
        if (before)
            before[level] = at;
    }
    return at->next[0] && at->next[0]->key == key ? at->next[0] : NULL;
}
int set_has(unsigned key)
{
    return find(key, NULL) != NULL;
}
void set_insert(unsigned key)
{
    struct node *before[LEVELS];
    if (find(key, before))
        return;
    struct node *node = calloc(1, sizeof *node);
    node->key = key;
    for (int level = 0; level < LEVELS; level++) {
        node->next[level] = before[level]->next[level];
        before[level]->next[level] = node;
        if ((state = state * 1103515245 + 12345) >> 30 & 1)
            break;
    }
}
