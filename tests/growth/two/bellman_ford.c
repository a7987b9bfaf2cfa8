/* bellman_ford.c - looks at all edges n times.
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
    static long distance[VERTICES];
    for (int i = 1; i < n; i++)
        distance[i] = 1L << 40;
    for (int round = 0; round < n; round++)
        for (int e = 0; e < m; e++)
            if (distance[from[e]] + weight[e] < distance[to[e]])
                distance[to[e]] = distance[from[e]] + weight[e];
    printf("%ld\n", distance[n - 1]);
}
