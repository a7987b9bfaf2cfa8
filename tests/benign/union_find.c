/* union_find.c - minimum spanning tree by Kruskal.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

struct edge {
    int a, b, cost;
};

static int parent[20000];

static int root(int v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

static int by_cost(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    return x->cost != y->cost ? x->cost - y->cost : x->a != y->a ? x->a - y->a : x->b - y->b;
}

int main(void)
{
    int n = 20000, m = 100000;
    struct edge *edges = malloc((size_t)m * sizeof *edges);
    unsigned s = 5;
    for (int i = 0; i < m; i++) {
        s = s * 1103515245u + 12345u;
        int a = (int)(s >> 8) % n;
        s = s * 1103515245u + 12345u;
        edges[i] = (struct edge){ a, (int)(s >> 8) % n, (int)(s >> 20) };
    }
    for (int i = 0; i < n; i++)
        parent[i] = i;
    qsort(edges, (size_t)m, sizeof *edges, by_cost);
    long total = 0;
    int trees = n;
    for (int i = 0; i < m; i++) {
        int a = root(edges[i].a), b = root(edges[i].b);
        if (a == b)
            continue;
        parent[a] = b;
        total += edges[i].cost;
        trees--;
    }
    printf("%ld %d\n", total, trees);
    free(edges);
    return 0;
}
