/* thread_merge_sort.c - merge sort that starts a thread for each half.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct part {
    unsigned *v, *spare;
    size_t n;
    int depth;
};

static int compare(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

static void *sort(void *argument)
{
    struct part *p = argument;
    if (p->depth == 0) {
        qsort(p->v, p->n, sizeof *p->v, compare);
        return NULL;
    }
    size_t half = p->n / 2;
    struct part left = { p->v, p->spare, half, p->depth - 1 };
    struct part right = { p->v + half, p->spare + half, p->n - half, p->depth - 1 };
    pthread_t thread;
    if (pthread_create(&thread, NULL, sort, &left) != 0)
        exit(1);
    sort(&right);
    pthread_join(thread, NULL);
    size_t i = 0, j = half, k = 0;
    while (i < half && j < p->n)
        p->spare[k++] = p->v[i] <= p->v[j] ? p->v[i++] : p->v[j++];
    while (i < half)
        p->spare[k++] = p->v[i++];
    while (j < p->n)
        p->spare[k++] = p->v[j++];
    memcpy(p->v, p->spare, p->n * sizeof *p->v);
    return NULL;
}

int main(void)
{
    size_t n = 200000;
    unsigned *v = malloc(n * sizeof *v), *spare = malloc(n * sizeof *v), s = 1;
    for (size_t i = 0; i < n; i++)
        v[i] = s = s * 1664525u + 1013904223u;
    struct part all = { v, spare, n, 3 };
    sort(&all);
    size_t bad = 0;
    for (size_t i = 1; i < n; i++)
        bad += v[i - 1] > v[i];
    printf("%zu %u %u\n", bad, v[0], v[n - 1]);
    free(v);
    free(spare);
    return 0;
}
