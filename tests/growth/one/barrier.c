/* barrier.c - inline assembly that does nothing: the arbiter sees that.
 *
 * scene: array
 * time: n
 */
#include "array.h"

long solve(int *a, int n)
{
    long sum = 0;
    for (int i = 0; i < n; i++) {
        sum += a[i];
        __asm__ volatile("" ::: "memory");
    }
    return sum;
}
