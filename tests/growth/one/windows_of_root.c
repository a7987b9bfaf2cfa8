/* windows_of_root.c - sums of sqrt n neighbours, each anew.
 *
 * scene: array
 * time: n^1.5
 */
#include "array.h"

long solve(int *a, int n)
{
    long best = 0;
    int width = 1;
    while ((width + 1) * (width + 1) <= n)
        width++;
    for (int i = 0; i + width <= n; i++) {
        long sum = 0;
        for (int k = 0; k < width; k++)
            sum += a[i + k];
        best = sum > best ? sum : best;
    }
    return best;
}
