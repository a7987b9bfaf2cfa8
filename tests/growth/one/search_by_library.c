/* search_by_library.c - bsearch, whose comparator counts.
 *
 * scene: search
 * time: log n
 */
#include "search.h"
#include <stdlib.h>

static const int *first;

static int compare(const void *key, const void *item)
{
    int wanted = *(const int *)key;
    const int *at = item;
    if (wanted > at[0])
        return 1;
    return at > first && at[-1] >= wanted ? -1 : 0;
}
int find(const int *a, int n, int key)
{
    first = a;
    const int *at = bsearch(&key, a, (size_t)n, sizeof *a, compare);
    return at ? (int)(at - a) : n;
}
