/* binary_search.c - a binary search by hand.
 *
 * scene: search
 * time: log n
 */
#include "search.h"

int find(const int *a, int n, int key)
{
    int low = 0, high = n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (a[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
