/* naive_sums.c - adds up what was asked for.
 *
 * scene: range
 * time: n
 */
#include "range.h"
#include <stdlib.h>

static int *items;

void start(int n)
{
    items = calloc((size_t)n, sizeof *items);
}
void add(int i, int x)
{
    items[i] += x;
}
long sum(int i)
{
    long all = 0;
    while (i > 0)
        all += items[--i];
    return all;
}
