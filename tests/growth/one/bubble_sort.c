/* bubble_sort.c - bubble sort that stops when nothing moves.
 *
 * scene: array
 * time: n^2
 */
#include "array.h"

long solve(int *a, int n)
{
    for (int moved = 1; moved;) {
        moved = 0;
        for (int i = 1; i < n; i++)
            if (a[i - 1] > a[i]) {
                int x = a[i];
                a[i] = a[i - 1];
                a[i - 1] = x;
                moved = 1;
            }
    }
    return a[n / 2];
}
