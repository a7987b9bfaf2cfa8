/* segment_tree.c - a segment tree, recursive.
 *
 * scene: range
 * time: log n
 */
#include "range.h"
#include <stdlib.h>

static long *tree;
static int size;

static void put(int at, int low, int high, int i, int x)
{
    int middle = (low + high) / 2;
    tree[at] += x;
    if (high - low == 1)
        return;
    if (i < middle)
        put(2 * at, low, middle, i, x);
    else
        put(2 * at + 1, middle, high, i, x);
}
static long get(int at, int low, int high, int i)
{
    int middle = (low + high) / 2;
    if (i <= low)
        return 0;
    if (i >= high)
        return tree[at];
    return get(2 * at, low, middle, i) + get(2 * at + 1, middle, high, i);
}
void start(int n)
{
    size = n;
    tree = calloc(4 * (size_t)n, sizeof *tree);
}
void add(int i, int x)
{
    put(1, 0, size, i, x);
}
long sum(int i)
{
    return get(1, 0, size, i);
}
