/* wide_library.c - works with wide characters, whose functions nobody weighs.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <stdlib.h>
#include <wchar.h>

long solve(int *a, int n)
{
    wchar_t *wide = malloc((size_t)n * sizeof *wide);
    long sum = 0;
    for (int i = 0; i < n; i++) {
        wmemset(wide, a[i], (size_t)n);
        sum += wide[n - 1] % 10;
    }
    free(wide);
    return sum;
}
