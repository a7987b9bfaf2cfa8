/* clean: a binary heap */
#include <stdio.h>
#include <stdlib.h>

static void sift_down(int *heap, size_t count, size_t at)
{
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= count)
            return;
        if (child + 1 < count && heap[child + 1] < heap[child])
            child++;
        if (heap[at] <= heap[child])
            return;
        int swap = heap[at];
        heap[at] = heap[child];
        heap[child] = swap;
        at = child;
    }
}

int main(void)
{
    size_t count;
    if (scanf("%zu", &count) != 1 || count > 1000000)
        return 1;
    int *heap = calloc(count + 1, sizeof *heap);
    if (!heap)
        return 1;
    for (size_t i = 0; i < count; i++)
        if (scanf("%d", &heap[i]) != 1)
            goto done;
    for (size_t i = count / 2; i-- > 0;)
        sift_down(heap, count, i);
    while (count > 0) {
        printf("%d\n", heap[0]);
        heap[0] = heap[--count];
        sift_down(heap, count, 0);
    }
done:
    free(heap);
    return 0;
}
