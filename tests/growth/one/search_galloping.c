/* search_galloping.c - doubles the step, then halves it.
 *
 * scene: search
 * time: log n
 */
#include "search.h"

int find(const int *a, int n, int key)
{
    int step = 1, at = 0;
    while (step < n && a[step] < key)
        step *= 2;
    for (at = step / 2; step > 0; step /= 2)
        while (at + step <= n && a[at + step - 1] < key)
            at += step;
    while (at < n && a[at] < key)
        at++;
    return at;
}
