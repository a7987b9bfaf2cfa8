/* jump_search.c - steps of sqrt n, then one by one.
 *
 * scene: search
 * time: sqrt n
 */
#include "search.h"

int find(const int *a, int n, int key)
{
    int step = 1, at = 0;
    while ((step + 1) * (step + 1) <= n)
        step++;
    while (at + step < n && a[at + step] < key)
        at += step;
    while (at < n && a[at] < key)
        at++;
    return at;
}
