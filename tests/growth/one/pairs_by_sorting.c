/* pairs_by_sorting.c - counts pairs below a sum: sorts, then two pointers.
 *
 * scene: array
 * time: n log n
 */
#include "array.h"
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}
long solve(int *a, int n)
{
    long count = 0;
    qsort(a, (size_t)n, sizeof *a, compare);
    for (int i = 0, j = n - 1; i < j; i++) {
        while (j > i && a[i] + (long)a[j] > 1000000000)
            j--;
        count += j - i;
    }
    return count;
}
