/* Minimum spanning forest by Kruskal's algorithm.
   Input: number of vertices and of edges, then an edge a line: from, to, weight.  */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct
{
  unsigned from;
  unsigned to;
  int weight;
} edge_t;

typedef struct
{
  unsigned *parent;
  unsigned *size;
} disjoint_sets_t;

static bool
sets_init (disjoint_sets_t *sets, unsigned count)
{
  sets->parent = malloc (count * sizeof *sets->parent);
  sets->size = malloc (count * sizeof *sets->size);
  if (!sets->parent || !sets->size)
    {
      free (sets->parent);
      free (sets->size);
      return false;
    }
  for (unsigned i = 0; i < count; i++)
    {
      sets->parent[i] = i;
      sets->size[i] = 1;
    }
  return true;
}

static void
sets_release (disjoint_sets_t *sets)
{
  free (sets->parent);
  free (sets->size);
}

static unsigned
sets_find (disjoint_sets_t *sets, unsigned x)
{
  while (sets->parent[x] != x)
    {
      sets->parent[x] = sets->parent[sets->parent[x]];
      x = sets->parent[x];
    }
  return x;
}

static bool
sets_join (disjoint_sets_t *sets, unsigned a, unsigned b)
{
  a = sets_find (sets, a);
  b = sets_find (sets, b);
  if (a == b)
    return false;
  if (sets->size[a] < sets->size[b])
    {
      unsigned t = a;
      a = b;
      b = t;
    }
  sets->parent[b] = a;
  sets->size[a] += sets->size[b];
  return true;
}

static int
by_weight (const void *left, const void *right)
{
  const edge_t *a = left;
  const edge_t *b = right;
  return (a->weight > b->weight) - (a->weight < b->weight);
}

static bool
read_edges (edge_t *edges, size_t count, unsigned vertices)
{
  for (size_t i = 0; i < count; i++)
    {
      edge_t *e = &edges[i];
      if (scanf ("%u %u %d", &e->from, &e->to, &e->weight) != 3)
        return false;
      if (e->from >= vertices || e->to >= vertices)
        return false;
    }
  return true;
}

int
main (void)
{
  unsigned vertices;
  size_t edge_count;
  if (scanf ("%u %zu", &vertices, &edge_count) != 2 || vertices == 0 || edge_count == 0)
    return EXIT_FAILURE;

  int status = EXIT_FAILURE;
  disjoint_sets_t sets;
  edge_t *edges = calloc (edge_count, sizeof *edges);
  if (!edges)
    return EXIT_FAILURE;
  if (!sets_init (&sets, vertices))
    goto free_edges;
  if (!read_edges (edges, edge_count, vertices))
    goto free_sets;

  long long total = 0;
  qsort (edges, edge_count, sizeof *edges, by_weight);
  for (size_t i = 0; i < edge_count; i++)
    if (sets_join (&sets, edges[i].from, edges[i].to))
      total += edges[i].weight;
  printf ("%lld\n", total);
  status = EXIT_SUCCESS;

free_sets:
  sets_release (&sets);
free_edges:
  free (edges);
  return status;
}
