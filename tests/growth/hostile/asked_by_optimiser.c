/* asked_by_optimiser.c - an attribute only for a compiler that optimises.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

#define JOIN(a, b) a##b
#ifdef __OPTIMIZE__
#define QUICK JOIN(__attr, ibute__)((JOIN(no_prof, ile_instrument_function)))
#else
#define QUICK
#endif

QUICK static long later(const int *a, int n)
{
    long count = 0;
    for (int k = 0; k < n; k++)
        count += a[k] > a[n];
    return count;
}
long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        count += later(a, i);
    return count;
}
