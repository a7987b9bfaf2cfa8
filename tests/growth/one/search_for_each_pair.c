/* search_for_each_pair.c - a binary search for each pair of numbers.
 *
 * scene: array
 * time: n^2 log n
 */
#include "array.h"

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        a[i] = 3 * i;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++) {
            int low = 0, high = n;
            while (low < high)
                if (a[(low + high) / 2] < a[i] + a[k] / 2)
                    low = (low + high) / 2 + 1;
                else
                    high = (low + high) / 2;
            count += low;
        }
    return count;
}
