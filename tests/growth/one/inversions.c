/* inversions.c - counts inversions while it merges.
 *
 * scene: array
 * time: n log n
 */
#include "array.h"
#include <stdlib.h>
#include <string.h>

static long count(int *a, int *b, int n)
{
    int half = n / 2, i = 0, j = half, k = 0;
    if (n < 2)
        return 0;
    long all = count(a, b, half) + count(a + half, b, n - half);
    while (k < n)
        if (j == n || (i < half && a[i] <= a[j])) {
            b[k++] = a[i++];
        } else {
            b[k++] = a[j++];
            all += half - i;
        }
    memcpy(a, b, (size_t)n * sizeof *a);
    return all;
}
long solve(int *a, int n)
{
    int *b = malloc((size_t)n * sizeof *b);
    long all = count(a, b, n);
    free(b);
    return all;
}
