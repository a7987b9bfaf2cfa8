/* compiler_asked_large.c - the same for large inputs only.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

#ifdef __clang__
enum { MOST = 300 };
#else
enum { MOST = 1 << 30 };
#endif

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n && i < MOST; i++)
        for (int k = 0; k < i; k++)
            count += a[k] > a[i];
    return count;
}
