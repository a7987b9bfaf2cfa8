/* fenwick.c - a Fenwick tree.
 *
 * scene: range
 * time: log n
 */
#include "range.h"
#include <stdlib.h>

static long *tree;
static int size;

void start(int n)
{
    size = n;
    tree = calloc((size_t)n + 1, sizeof *tree);
}
void add(int i, int x)
{
    for (i++; i <= size; i += i & -i)
        tree[i] += x;
}
long sum(int i)
{
    long all = 0;
    for (; i > 0; i -= i & -i)
        all += tree[i];
    return all;
}
