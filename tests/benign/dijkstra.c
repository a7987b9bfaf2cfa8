/* dijkstra.c - shortest paths with a binary heap.
 *
 * expect: exit 0
 * stdin: 5 6\n1 2 7\n1 3 9\n1 5 14\n2 3 10\n3 5 2\n2 4 15\n
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

struct edge {
    int to, cost, next;
};

static struct edge edges[1000];
static int first[100], heap[2000][2], size;
static int distance[100];

static void push(int d, int v)
{
    int i = ++size;
    for (; i > 1 && heap[i / 2][0] > d; i /= 2) {
        heap[i][0] = heap[i / 2][0];
        heap[i][1] = heap[i / 2][1];
    }
    heap[i][0] = d;
    heap[i][1] = v;
}

static int pop(int *v)
{
    int top = heap[1][0], d = heap[size][0], w = heap[size][1], i = 1;
    *v = heap[1][1];
    size--;
    for (int child; (child = 2 * i) <= size; i = child) {
        if (child < size && heap[child + 1][0] < heap[child][0])
            child++;
        if (heap[child][0] >= d)
            break;
        heap[i][0] = heap[child][0];
        heap[i][1] = heap[child][1];
    }
    heap[i][0] = d;
    heap[i][1] = w;
    return top;
}

int main(void)
{
    int n, m, count = 0;
    if (scanf("%d %d", &n, &m) != 2)
        return 1;
    for (int a, b, c; m-- > 0 && scanf("%d %d %d", &a, &b, &c) == 3;) {
        edges[++count] = (struct edge){ b, c, first[a] };
        first[a] = count;
        edges[++count] = (struct edge){ a, c, first[b] };
        first[b] = count;
    }
    for (int i = 1; i <= n; i++)
        distance[i] = INT_MAX;
    distance[1] = 0;
    push(0, 1);
    while (size > 0) {
        int v, d = pop(&v);
        for (int e = d == distance[v] ? first[v] : 0; e; e = edges[e].next)
            if (d + edges[e].cost < distance[edges[e].to])
                push(distance[edges[e].to] = d + edges[e].cost, edges[e].to);
    }
    for (int i = 1; i <= n; i++)
        printf("%d%c", distance[i], i < n ? ' ' : '\n');
    return 0;
}
