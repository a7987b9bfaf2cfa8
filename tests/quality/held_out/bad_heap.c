/* the k largest numbers, by a min-heap */
#include <stdio.h>
#include <stdlib.h>

typedef struct heap {
    int *data;
    int size;
    int capacity; /* ALSO: duplication */
} heap_t;

static void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

static void push(heap_t *h, int v)
{
    int i = h->size++;
    h->data[i] = v; /* TRUE: memory */
    while (i > 0 && h->data[(i - 1) / 2] > h->data[i]) {
        swap(&h->data[i], &h->data[(i - 1) / 2]);
        i = (i - 1) / 2;
    }
}

static int pop(heap_t *h)
{
    int top = h->data[0];
    int i = 0;
    h->data[0] = h->data[--h->size];
    while (2 * i + 1 < h->size) {
        int c = 2 * i + 1;
        if (h->data[c + 1] < h->data[c]) /* TRUE: memory */
            c++;
        if (h->data[i] <= h->data[c])
            break;
        swap(&h->data[i], &h->data[c]);
        i = c;
    }
    return top;
}

int main(int argc, char *argv[])
{
    if (argc < 2) {
        fprintf(stderr, "usage: %s k\n", argv[0]);
        return 1;
    }
    int k = atoi(argv[1]); /* TRUE: error handling */
    heap_t h;
    h.data = malloc(sizeof(int) * k); /* TRUE: memory */ /* TRUE: error handling */
    h.size = 0;
    h.capacity = k;
    int v;
    while (scanf("%d", &v) == 1) {
        push(&h, v);
        if (h.size > k)
            pop(&h);
    }
    while (h.size > 0) {
        int top = pop(&h);
        printf("%d\n", top);
    }
    return 0; /* ALSO: memory */
}
