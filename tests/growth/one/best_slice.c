/* best_slice.c - the greatest sum of neighbours.
 *
 * scene: array
 * time: n
 */
#include "array.h"

long solve(int *a, int n)
{
    long best = a[0], here = 0;
    for (int i = 0; i < n; i++) {
        here = (here > 0 ? here : 0) + a[i] - 400000000;
        if (here > best)
            best = here;
    }
    return best;
}
