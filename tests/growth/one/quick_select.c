/* quick_select.c - the median, with random pivots.
 *
 * scene: array
 * time: n
 */
#include "array.h"
#include <stdlib.h>

long solve(int *a, int n)
{
    int low = 0, high = n - 1, wanted = n / 2;
    while (low < high) {
        int pivot = a[low + rand() % (high - low + 1)], i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot)
                i++;
            while (a[j] > pivot)
                j--;
            if (i <= j) {
                int x = a[i];
                a[i++] = a[j];
                a[j--] = x;
            }
        }
        if (wanted <= j)
            high = j;
        else if (wanted >= i)
            low = i;
        else
            break;
    }
    return a[wanted];
}
