/* stack_linear.c - a recursion for each number.
 *
 * scene: array
 * time: n
 * heap: 1
 * stack: n
 */
#include "array.h"

static long sum(const int *a, int n)
{
    volatile int here = n;
    return n == 0 ? 0 : sum(a + 1, n - 1) + a[0] + here;
}
long solve(int *a, int n)
{
    return sum(a, n);
}
