/* majority.c - the candidate that survives, then a check.
 *
 * scene: array
 * time: n
 */
#include "array.h"

long solve(int *a, int n)
{
    int candidate = 0, votes = 0, count = 0;
    for (int i = 0; i < n; i++) {
        if (votes == 0)
            candidate = a[i];
        votes += a[i] == candidate ? 1 : -1;
    }
    for (int i = 0; i < n; i++)
        count += a[i] == candidate;
    return 2 * count > n ? candidate : -1;
}
