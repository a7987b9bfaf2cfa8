/* linear_search.c - one by one.
 *
 * scene: search
 * time: n
 */
#include "search.h"

int find(const int *a, int n, int key)
{
    for (int i = 0; i < n; i++)
        if (a[i] >= key)
            return i;
    return n;
}
