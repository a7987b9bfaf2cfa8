/* stack_logarithmic.c - halves, and calls itself for both.
 *
 * scene: array
 * time: n
 * stack: log n
 */
#include "array.h"

static long sum(const int *a, int n)
{
    volatile int half = n / 2;
    return n == 1 ? a[0] : sum(a, half) + sum(a + half, n - half);
}
long solve(int *a, int n)
{
    return sum(a, n);
}
