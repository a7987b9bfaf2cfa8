/* difference_overflow.c - wrong answer: compares by subtraction. */
#include <stdio.h>
#include <stdlib.h>

/*
 * The comparison for qsort returns a - b, which overflows when the two are more than INT_MAX apart:
 * then the order is wrong. Everything else is right.
 */

struct element {
    int value;
    int position; /* from 1 */
};

static int by_value_then_from_the_right(const void *left, const void *right)
{
    const struct element *a = left;
    const struct element *b = right;
    if (a->value != b->value)
        return (int)((unsigned)a->value - (unsigned)b->value); /* a - b, as it wraps */
    return (a->position < b->position) - (a->position > b->position);
}

static int best_before(const int *tree, const int *length, int position)
{
    int best = 0;
    for (int i = position - 1; i > 0; i -= i & -i) {
        if (length[tree[i]] > length[best])
            best = tree[i];
    }
    return best;
}

static void enter(int *tree, const int *length, int n, int position)
{
    for (int i = position; i <= n; i += i & -i) {
        if (length[tree[i]] < length[position])
            tree[i] = position;
    }
}

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    size_t room = (size_t)n + 1; /* position 0 stands for "none" and has length 0 */
    struct element *elements = malloc(room * sizeof *elements);
    int *tree = calloc(room, sizeof *tree);
    int *length = calloc(room, sizeof *length);
    int *before = calloc(room, sizeof *before);
    int *chain = calloc(room, sizeof *chain);
    if (elements == NULL || tree == NULL || length == NULL || before == NULL || chain == NULL)
        return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &elements[i].value) != 1)
            return 1;
        elements[i].position = i + 1;
    }
    qsort(elements, (size_t)n, sizeof *elements, by_value_then_from_the_right);

    int last = 0;
    for (int i = 0; i < n; i++) {
        int position = elements[i].position;
        before[position] = best_before(tree, length, position);
        length[position] = length[before[position]] + 1;
        enter(tree, length, n, position);
        if (length[position] > length[last])
            last = position;
    }

    int count = length[last];
    for (int k = count; k-- > 0; last = before[last])
        chain[k] = last;
    printf("%d\n", count);
    for (int k = 0; k < count; k++)
        printf("%d\n", chain[k]);

    free(chain);
    free(before);
    free(length);
    free(tree);
    free(elements);
    return 0;
}
