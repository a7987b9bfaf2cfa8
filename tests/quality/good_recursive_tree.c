/* clean: a search tree */
#include <stdio.h>
#include <stdlib.h>

struct tree {
    int key;
    struct tree *left, *right;
};

static struct tree *insert(struct tree *tree, int key)
{
    if (!tree) {
        struct tree *leaf = calloc(1, sizeof *leaf);
        if (!leaf)
            exit(1);
        leaf->key = key;
        return leaf;
    }
    if (key < tree->key)
        tree->left = insert(tree->left, key);
    else if (key > tree->key)
        tree->right = insert(tree->right, key);
    return tree;
}

static void print(const struct tree *tree)
{
    if (!tree)
        return;
    print(tree->left);
    printf("%d\n", tree->key);
    print(tree->right);
}

static void release(struct tree *tree)
{
    if (!tree)
        return;
    release(tree->left);
    release(tree->right);
    free(tree);
}

int main(void)
{
    struct tree *tree = NULL;
    int key;
    while (scanf("%d", &key) == 1)
        tree = insert(tree, key);
    print(tree);
    release(tree);
    return 0;
}
