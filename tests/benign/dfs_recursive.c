/* dfs_recursive.c - depth-first search a million deep.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

static int *next, *low;

static int visit(int v, int depth)
{
    low[v] = depth;
    if (next[v] < 0)
        return depth;
    int deepest = visit(next[v], depth + 1);
    if (deepest > low[v])
        low[v] = deepest;
    return low[v];
}

int main(void)
{
    int n = 1000000;
    next = malloc((size_t)n * sizeof *next);
    low = malloc((size_t)n * sizeof *low);
    for (int i = 0; i < n; i++)
        next[i] = i + 1 < n ? i + 1 : -1;
    printf("%d %d\n", visit(0, 0), low[n / 2]);
    free(next);
    free(low);
    return 0;
}
