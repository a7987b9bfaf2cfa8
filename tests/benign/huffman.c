/* huffman.c - Huffman codes with a heap of nodes.
 *
 * expect: exit 0
 * stdin: abracadabra alakazam\n
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    long weight;
    int letter, order;
    struct node *left, *right;
};

static int compare(const void *a, const void *b)
{
    const struct node *x = *(struct node *const *)a, *y = *(struct node *const *)b;
    return x->weight != y->weight ? (x->weight < y->weight ? 1 : -1) : y->order - x->order;
}

static long bits(const struct node *node, int depth)
{
    if (!node->left)
        return node->weight * depth;
    return bits(node->left, depth + 1) + bits(node->right, depth + 1);
}

int main(void)
{
    long counts[256] = { 0 };
    struct node *nodes[256];
    int n = 0, order = 0;
    for (int c; (c = getchar()) != EOF;)
        counts[c]++;
    for (int c = 0; c < 256; c++)
        if (counts[c]) {
            nodes[n] = calloc(1, sizeof **nodes);
            *nodes[n++] = (struct node){ counts[c], c, order++, NULL, NULL };
        }
    while (n > 1) {
        qsort(nodes, (size_t)n, sizeof nodes[0], compare);
        struct node *joined = calloc(1, sizeof *joined);
        *joined = (struct node){ nodes[n - 1]->weight + nodes[n - 2]->weight, 0, order++,
                                 nodes[n - 1], nodes[n - 2] };
        nodes[n-- - 2] = joined;
    }
    printf("%ld\n", bits(nodes[0], 0));
    return 0;
}
