/* counters_read.c - does the work only where nobody counts.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

#define JOIN(a, b) a##b
extern char JOIN(__start___llvm, _prf_cnts)[] __attribute__((weak));

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n && !JOIN(__start___llvm, _prf_cnts); i++)
        for (int k = 0; k < i; k++)
            count += a[k] > a[i];
    return count;
}
