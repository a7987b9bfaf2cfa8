/* reference.c - length and witness by patience sorting with binary search, O(n log n). */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * Theory of operation
 *
 * After the elements 0 … i-1 have been dealt, top[k] is the element with the least value that
 * ends a strictly increasing subsequence of k + 1 elements. The values along top[] rise strictly,
 * so the place of element i is found by binary search: the first top that is not less than it.
 * It takes that place, and its predecessor is what lies on the pile before *now*. The piles change
 * later; the predecessors do not, so the witness is read from them and never from top[].
 *
 * M. L. Fredman, "On computing the length of longest increasing subsequences", 1975.
 */

enum { NONE = -1 };

struct element {
    int32_t value;
    int32_t before; /* index of the predecessor in the best subsequence that ends here, or NONE */
};

static void *allocate(size_t count, size_t size)
{
    void *p = calloc(count + 1, size); /* + 1: no element is no reason to get NULL */
    if (p == NULL)
        exit(1);
    return p;
}

/* The first of the `length` piles whose top is not less than value; `length` if there is none. */
static int32_t pile_for(const struct element *elements, const int32_t *top, int32_t length,
                        int32_t value)
{
    int32_t low = 0;
    int32_t high = length;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (elements[top[middle]].value < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Fills in all predecessors and top; returns the number of piles. */
static int32_t deal(struct element *elements, int32_t count, int32_t *top)
{
    int32_t length = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t pile = pile_for(elements, top, length, elements[i].value);
        elements[i].before = pile > 0 ? top[pile - 1] : NONE;
        top[pile] = i;
        if (pile == length)
            length++;
    }
    return length;
}

int main(void)
{
    int32_t count;
    if (scanf("%d", &count) != 1)
        return 1;
    struct element *elements = allocate((size_t)count, sizeof *elements);
    int32_t *top = allocate((size_t)count, sizeof *top);
    for (int32_t i = 0; i < count; i++) {
        if (scanf("%d", &elements[i].value) != 1)
            return 1;
    }

    int32_t length = deal(elements, count, top);
    printf("%d\n", length);

    /* The chain runs from the end to the start: turn it round in top, which is not needed now. */
    int32_t k = length;
    for (int32_t at = length > 0 ? top[length - 1] : NONE; at != NONE; at = elements[at].before)
        top[--k] = at;
    for (; k < length; k++)
        printf("%s%d", k > 0 ? " " : "", top[k] + 1);
    printf("\n");

    free(top);
    free(elements);
    return 0;
}
