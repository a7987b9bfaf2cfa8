/* next_greater.c - a stack of those that wait for a greater one.
 *
 * scene: array
 * time: n
 */
#include "array.h"
#include <stdlib.h>

long solve(int *a, int n)
{
    int *stack = malloc((size_t)n * sizeof *stack), depth = 0;
    long sum = 0;
    for (int i = 0; i < n; i++) {
        while (depth > 0 && a[stack[depth - 1]] < a[i])
            sum += i - stack[--depth];
        stack[depth++] = i;
    }
    free(stack);
    return sum;
}
