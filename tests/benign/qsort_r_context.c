/* qsort_r_context.c - qsort_r with a context.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b, void *context)
{
    const int *weights = context;
    return weights[*(const int *)a] - weights[*(const int *)b];
}

int main(void)
{
    int weights[] = { 5, 3, 9, 1, 7 }, order[] = { 0, 1, 2, 3, 4 };
    qsort_r(order, 5, sizeof order[0], compare, weights);
    for (int i = 0; i < 5; i++)
        printf("%d ", order[i]);
    putchar('\n');
    return 0;
}
