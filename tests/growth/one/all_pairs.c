/* all_pairs.c - counts inversions pair by pair.
 *
 * scene: array
 * time: n^2
 */
#include "array.h"

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        for (int k = i + 1; k < n; k++)
            count += a[i] > a[k];
    return count;
}
