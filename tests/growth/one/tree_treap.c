/* tree_treap.c - a treap.
 *
 * scene: set
 * time: log n
 */
#include "set.h"
#include <stdlib.h>

struct node {
    unsigned key, priority;
    struct node *child[2];
};
static struct node *root;
static unsigned state = 12345;

static struct node *put(struct node *at, unsigned key)
{
    if (!at) {
        at = calloc(1, sizeof *at);
        at->key = key;
        at->priority = (state = state * 1103515245 + 12345) >> 8;
    } else if (at->key != key) {
        int side = key > at->key;
        struct node *child = at->child[side] = put(at->child[side], key);
        if (child->priority > at->priority) {
            at->child[side] = child->child[!side];
            child->child[!side] = at;
            return child;
        }
    }
    return at;
}
void set_insert(unsigned key)
{
    root = put(root, key);
}
int set_has(unsigned key)
{
    struct node *at = root;
    while (at && at->key != key)
        at = at->child[key > at->key];
    return at != NULL;
}
