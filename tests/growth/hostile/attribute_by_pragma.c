/* attribute_by_pragma.c - an attribute for all functions that follow, by a pragma of clang's.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

#ifdef __clang__
#pragma clang attribute push(__attribute__((no_profile_instrument_function)), apply_to = function)
#endif

static long later(const int *a, int n)
{
    long count = 0;
    for (int k = 0; k < n; k++)
        count += a[k] > a[n];
    return count;
}
#ifdef __clang__
#pragma clang attribute pop
#endif
long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        count += later(a, i);
    return count;
}
