/* counter_beside.c - a variable among the counters takes off what they count.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

#define TEXT(x)    #x
#define PLACE(...) _Pragma(TEXT(__VA_ARGS__))
#define JOIN(a, b) a##b

PLACE(clang JOIN(sec, tion) data = "__llvm_prf_cnts")
unsigned long beside = 1;
PLACE(clang JOIN(sec, tion) data = "")

long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++, beside--)
            count += a[k] > a[i];
    return count;
}
