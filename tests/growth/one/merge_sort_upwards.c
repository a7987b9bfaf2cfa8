/* merge_sort_upwards.c - merge sort from the bottom.
 *
 * scene: array
 * time: n log n
 */
#include "array.h"
#include <stdlib.h>

long solve(int *a, int n)
{
    int *from = a, *to = malloc((size_t)n * sizeof *to), *other = to;
    for (int width = 1; width < n; width *= 2) {
        for (int low = 0; low < n; low += 2 * width) {
            int middle = low + width < n ? low + width : n;
            int high = low + 2 * width < n ? low + 2 * width : n;
            for (int i = low, j = middle, k = low; k < high; k++)
                to[k] = j == high || (i < middle && from[i] <= from[j]) ? from[i++] : from[j++];
        }
        int *swap = from;
        from = to;
        to = swap;
    }
    long median = from[n / 2];
    free(other);
    return median;
}
