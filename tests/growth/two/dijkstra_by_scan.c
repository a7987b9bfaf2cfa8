/* dijkstra_by_scan.c - the nearest vertex by looking at all.
 *
 * scene: graph
 * meets: n^2 + n m
 * exceeds: n m; n log n
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
    static int first[VERTICES + 1], next[EDGES], done[VERTICES];
    for (int i = 0; i < m; i++) {
        next[i] = first[from[i]];
        first[from[i]] = i + 1;
    }
    for (int i = 1; i < n; i++)
        distance[i] = 1L << 40;
    for (int round = 0; round < n; round++) {
        int best = -1;
        for (int i = 0; i < n; i++)
            if (!done[i] && (best < 0 || distance[i] < distance[best]))
                best = i;
        done[best] = 1;
        for (int e = first[best]; e; e = next[e - 1])
            if (distance[best] + weight[e - 1] < distance[to[e - 1]])
                distance[to[e - 1]] = distance[best] + weight[e - 1];
    }
    printf("%ld\n", distance[n - 1]);
}
