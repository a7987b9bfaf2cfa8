/* name_by_pragma.c - a counter's name for a variable, by a pragma.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

#ifdef __clang__
#pragma redefine_extname innocent __stop___llvm_prf_cnts
extern unsigned long innocent[];
#else
static unsigned long behind[2], *innocent = behind + 1;
#endif

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++)
            count += a[k] > a[i];
    innocent[-1] = 0;
    return count;
}
