/* pragma_operator.c - the same for all functions, by a pragma in a string.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#ifdef __clang__
_Pragma("clang attribute push(__attribute__((no_profile_instrument_function)), apply_to = function)")
#endif

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++)
            count += a[k] > a[i];
    return count;
}
#ifdef __clang__
_Pragma("clang attribute pop")
#endif
