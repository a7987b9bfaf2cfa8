/* square_root_blocks.c - sums of blocks of sqrt n.
 *
 * scene: range
 * time: sqrt n
 */
#include "range.h"
#include <stdlib.h>

static long *blocks;
static int *items, width = 1;

void start(int n)
{
    while (width * width < n)
        width++;
    items = calloc((size_t)n, sizeof *items);
    blocks = calloc((size_t)(n / width + 1), sizeof *blocks);
}
void add(int i, int x)
{
    items[i] += x;
    blocks[i / width] += x;
}
long sum(int i)
{
    long all = 0;
    for (int b = 0; b < i / width; b++)
        all += blocks[b];
    for (int k = i / width * width; k < i; k++)
        all += items[k];
    return all;
}
