/* union_find.c - joins neighbours, with path halving.
 *
 * scene: array
 * time: n
 */
#include "array.h"
#include <stdlib.h>

static int *parent;

static int root(int v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}
long solve(int *a, int n)
{
    int sets = n;
    parent = malloc((size_t)n * sizeof *parent);
    for (int i = 0; i < n; i++)
        parent[i] = i;
    for (int i = 0; i < n; i++) {
        int x = root(i), y = root((int)((unsigned)a[i] % (unsigned)n));
        sets -= x != y;
        parent[x] = y;
    }
    free(parent);
    return sets;
}
