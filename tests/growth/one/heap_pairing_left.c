/* heap_pairing_left.c - a leftist heap of nodes.
 *
 * scene: heap
 * time: log n
 */
#include "heap.h"
#include <stdlib.h>

struct node {
    unsigned x, rank;
    struct node *left, *right;
};
static struct node *root;

static struct node *join(struct node *a, struct node *b)
{
    if (!a || !b)
        return a ? a : b;
    if (b->x < a->x) {
        struct node *c = a;
        a = b;
        b = c;
    }
    a->right = join(a->right, b);
    if (!a->left || a->left->rank < a->right->rank) {
        struct node *c = a->left;
        a->left = a->right;
        a->right = c;
    }
    a->rank = a->right ? a->right->rank + 1 : 1;
    return a;
}
void push(unsigned x)
{
    struct node *node = malloc(sizeof *node);
    *node = (struct node){ x, 1, NULL, NULL };
    root = join(root, node);
}
unsigned pop(void)
{
    struct node *old = root;
    unsigned x = old->x;
    root = join(old->left, old->right);
    free(old);
    return x;
}
