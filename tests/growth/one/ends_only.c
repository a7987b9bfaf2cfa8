/* ends_only.c - looks at both ends of the array only.
 *
 * scene: array
 * time: 1
 */
#include "array.h"

long solve(int *a, int n)
{
    return n ? (long)a[0] + a[n - 1] : 0;
}
