/* spanning_tree.c - sorts the edges and joins sets.
 *
 * scene: graph
 * meets: n m log n
 * exceeds: n; n + m
 */
#include <stdio.h>
#include <stdlib.h>

enum { VERTICES = 1024, EDGES = 2 * 8 * VERTICES };
static int n, m, from[EDGES], to[EDGES], weight[EDGES];

static void read_graph(void)
{
    if (scanf("%d %d", &n, &m) != 2)
        exit(1);
    for (int i = 0; i < m; i++)
        if (scanf("%d %d %d", &from[i], &to[i], &weight[i]) != 3)
            exit(1);
}
static int compare(const void *x, const void *y)
{
    return weight[*(const int *)x] - weight[*(const int *)y];
}
static int root(int *parent, int v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}
int main(void)
{
    read_graph();
    static int order[EDGES], parent[VERTICES];
    long cost = 0;
    for (int i = 0; i < m; i++)
        order[i] = i;
    for (int i = 0; i < n; i++)
        parent[i] = i;
    qsort(order, (size_t)m, sizeof *order, compare);
    for (int i = 0; i < m; i++) {
        int x = root(parent, from[order[i]]), y = root(parent, to[order[i]]);
        cost += x != y ? weight[order[i]] : 0;
        parent[x] = y;
    }
    printf("%ld\n", cost);
}
