/* heap_driver.c - the driver's array is not the candidate's.
 *
 * scene: array
 * time: n
 * heap: 1
 */
#include "array.h"

long solve(int *a, int n)
{
    long sum = 0;
    for (int i = 0; i < n; i++)
        sum += a[i];
    return sum;
}
