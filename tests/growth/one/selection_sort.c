/* selection_sort.c - selection sort: n (n - 1) / 2 comparisons.
 *
 * scene: array
 * time: n^2
 */
#include "array.h"

long solve(int *a, int n)
{
    for (int i = 0; i < n; i++) {
        int least = i;
        for (int k = i + 1; k < n; k++)
            if (a[k] < a[least])
                least = k;
        int x = a[i];
        a[i] = a[least];
        a[least] = x;
    }
    return a[n / 2];
}
