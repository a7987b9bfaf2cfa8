/* heap_merge.c - takes the two smallest together, as Huffman does.
 *
 * scene: array
 * time: n log n
 */
#include "array.h"

static void sink(int *a, int at, int n)
{
    for (int child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && a[child + 1] < a[child])
            child++;
        if (a[child] >= a[at])
            break;
        int x = a[at];
        a[at] = a[child];
        a[child] = x;
    }
}
long solve(int *a, int n)
{
    long cost = 0;
    for (int i = 0; i < n; i++)
        a[i] %= 1000;
    for (int i = n / 2; i-- > 0;)
        sink(a, i, n);
    while (n > 1) {
        int least = a[0];
        a[0] = a[--n];
        sink(a, 0, n);
        cost += a[0] += least;
        sink(a, 0, n);
    }
    return cost;
}
