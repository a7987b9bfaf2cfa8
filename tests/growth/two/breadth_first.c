/* breadth_first.c - a search through a graph of n vertices and 2 n m edges.
 *
 * scene: graph
 * meets: n m
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
int main(void)
{
    read_graph();
    static int first[VERTICES + 1], next[EDGES], seen[VERTICES], queue[VERTICES];
    int head = 0, tail = 0;
    for (int i = 0; i < m; i++) {
        next[i] = first[from[i]];
        first[from[i]] = i + 1;
    }
    seen[queue[tail++] = 0] = 1;
    while (head < tail)
        for (int e = first[queue[head++]]; e; e = next[e - 1])
            if (!seen[to[e - 1]])
                seen[queue[tail++] = to[e - 1]] = 1;
    printf("%d\n", tail);
}
