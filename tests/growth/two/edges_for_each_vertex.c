/* edges_for_each_vertex.c - counts the edges of each vertex by looking at all.
 *
 * scene: graph
 * meets: n^2 m
 * exceeds: n m; n m log n
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
int main(void)
{
    read_graph();
    long sum = 0;
    for (int v = 0; v < n; v++) {
        int degree = 0;
        for (int e = 0; e < m; e++)
            degree += from[e] == v;
        sum += (long)degree * degree;
    }
    printf("%ld\n", sum);
}
