/* search_recursive.c - a binary search that calls itself.
 *
 * scene: search
 * time: log n
 */
#include "search.h"

static int within(const int *a, int low, int high, int key)
{
    int middle = low + (high - low) / 2;
    if (low >= high)
        return low;
    return a[middle] < key ? within(a, middle + 1, high, key) : within(a, low, middle, key);
}
int find(const int *a, int n, int key)
{
    return within(a, 0, n, key);
}
