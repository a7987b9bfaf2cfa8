/* clock_driven.c - works as much as the clock says.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <time.h>

long solve(int *a, int n)
{
    struct timespec now;
    long sum = 0;
    clock_gettime(CLOCK_MONOTONIC, &now);
    for (long i = (long)n << now.tv_nsec / 16 % 12; i > 0; i--)
        sum += a[i % n] & 1;
    return n + (sum < 0);
}
