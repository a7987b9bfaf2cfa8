/* stack_flat.c - a heap sort needs no stack.
 *
 * scene: array
 * time: n log n
 * stack: 1
 */
#include "array.h"

static void sink(int *a, int at, int n)
{
    for (int child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && a[child + 1] > a[child])
            child++;
        if (a[child] <= a[at])
            break;
        int x = a[at];
        a[at] = a[child];
        a[child] = x;
    }
}
long solve(int *a, int n)
{
    for (int i = n / 2; i-- > 0;)
        sink(a, i, n);
    for (int end = n - 1; end > 0; end--) {
        int x = a[0];
        a[0] = a[end];
        a[end] = x;
        sink(a, 0, end);
    }
    return a[n / 2];
}
