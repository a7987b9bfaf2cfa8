/* tree_avl.c - an AVL tree.
 *
 * scene: set
 * time: log n
 */
#include "set.h"
#include <stdlib.h>

struct node {
    unsigned key;
    int height;
    struct node *left, *right;
};
static struct node *root;

static int height(const struct node *at)
{
    return at ? at->height : 0;
}
static void measure(struct node *at)
{
    int l = height(at->left), r = height(at->right);
    at->height = 1 + (l > r ? l : r);
}
static struct node *turn_right(struct node *at)
{
    struct node *top = at->left;
    at->left = top->right, top->right = at;
    measure(at), measure(top);
    return top;
}
static struct node *turn_left(struct node *at)
{
    struct node *top = at->right;
    at->right = top->left, top->left = at;
    measure(at), measure(top);
    return top;
}
static struct node *put(struct node *at, unsigned key)
{
    if (!at) {
        at = calloc(1, sizeof *at);
        *at = (struct node){ key, 1, NULL, NULL };
        return at;
    }
    if (key < at->key)
        at->left = put(at->left, key);
    else if (key > at->key)
        at->right = put(at->right, key);
    measure(at);
    if (height(at->left) > height(at->right) + 1) {
        if (height(at->left->left) < height(at->left->right))
            at->left = turn_left(at->left);
        return turn_right(at);
    }
    if (height(at->right) > height(at->left) + 1) {
        if (height(at->right->right) < height(at->right->left))
            at->right = turn_right(at->right);
        return turn_left(at);
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
        at = key < at->key ? at->left : at->right;
    return at != NULL;
}
