/* dijkstra.c - shortest distances from vertex 0; the graph is stored as compressed rows. */
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define UNREACHED LLONG_MAX

struct edge {
	unsigned from, to;
	unsigned length;
};

struct graph {
	unsigned vertex_count;
	size_t edge_count;
	size_t *first; /* vertex_count + 1 offsets into arcs */
	struct edge *arcs;
};

struct entry {
	long long distance;
	unsigned vertex;
};

struct queue {
	struct entry *entries;
	size_t count;
};

static void graph_release(struct graph *g)
{
	free(g->first);
	free(g->arcs);
}

/* Counting sort of the edges by where they start. */
static bool graph_init(struct graph *g, unsigned vertex_count, const struct edge *edges, size_t edge_count)
{
	g->vertex_count = vertex_count;
	g->edge_count = edge_count;
	g->first = calloc((size_t)vertex_count + 2, sizeof(*g->first));
	g->arcs = calloc(edge_count ? edge_count : 1, sizeof(*g->arcs));
	if (!g->first || !g->arcs) {
		graph_release(g);
		return false;
	}
	for (size_t i = 0; i < edge_count; i++)
		g->first[edges[i].from + 2]++;
	for (size_t v = 2; v <= vertex_count; v++)
		g->first[v] += g->first[v - 1];
	for (size_t i = 0; i < edge_count; i++)
		g->arcs[g->first[edges[i].from + 1]++] = edges[i];
	return true;
}

static void queue_push(struct queue *q, long long distance, unsigned vertex)
{
	size_t at = q->count++;

	while (at > 0) {
		size_t parent = (at - 1) / 2;

		if (q->entries[parent].distance <= distance)
			break;
		q->entries[at] = q->entries[parent];
		at = parent;
	}
	q->entries[at] = (struct entry){ distance, vertex };
}

static struct entry queue_pop(struct queue *q)
{
	struct entry top = q->entries[0];
	struct entry last = q->entries[--q->count];
	size_t at = 0;

	for (;;) {
		size_t child = 2 * at + 1;

		if (child >= q->count)
			break;
		if (child + 1 < q->count && q->entries[child + 1].distance < q->entries[child].distance)
			child++;
		if (last.distance <= q->entries[child].distance)
			break;
		q->entries[at] = q->entries[child];
		at = child;
	}
	q->entries[at] = last;
	return top;
}

/* The queue must have room for an entry an arc, and one. */
static void shortest(const struct graph *g, long long *distance, struct queue *q)
{
	for (unsigned v = 0; v < g->vertex_count; v++)
		distance[v] = UNREACHED;
	distance[0] = 0;
	queue_push(q, 0, 0);
	while (q->count > 0) {
		struct entry here = queue_pop(q);

		if (here.distance > distance[here.vertex])
			continue;
		for (size_t i = g->first[here.vertex]; i < g->first[here.vertex + 1]; i++) {
			const struct edge *arc = &g->arcs[i];
			long long through = here.distance + arc->length;

			if (through < distance[arc->to]) {
				distance[arc->to] = through;
				queue_push(q, through, arc->to);
			}
		}
	}
}

static bool read_edges(struct edge *edges, size_t count, unsigned vertex_count)
{
	for (size_t i = 0; i < count; i++) {
		struct edge *e = &edges[i];

		if (scanf("%u %u %u", &e->from, &e->to, &e->length) != 3)
			return false;
		if (e->from >= vertex_count || e->to >= vertex_count)
			return false;
	}
	return true;
}

static bool solve(const struct graph *g)
{
	struct queue q = { calloc(g->edge_count + 1, sizeof(*q.entries)), 0 };
	long long *distance = calloc(g->vertex_count, sizeof(*distance));
	bool ok = q.entries && distance;

	if (ok) {
		shortest(g, distance, &q);
		for (unsigned v = 0; v < g->vertex_count; v++)
			printf("%lld\n", distance[v] == UNREACHED ? -1 : distance[v]);
	}
	free(q.entries);
	free(distance);
	return ok;
}

int main(void)
{
	unsigned vertex_count;
	size_t edge_count;
	struct graph g;

	if (scanf("%u %zu", &vertex_count, &edge_count) != 2 || vertex_count == 0
		|| edge_count > 10000000)
		return 1;

	struct edge *edges = calloc(edge_count + 1, sizeof(*edges));
	bool ok = edges && read_edges(edges, edge_count, vertex_count)
		&& graph_init(&g, vertex_count, edges, edge_count);

	free(edges);
	if (!ok) {
		fputs("bad input, or no memory\n", stderr);
		return 1;
	}
	ok = solve(&g);
	graph_release(&g);
	return ok ? 0 : 1;
}
