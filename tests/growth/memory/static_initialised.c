/* static_initialised.c - a table that has values from the start.
 *
 * scene: array
 * time: n
 * static: 40000
 */
#include "array.h"

static short table[20000] = { 1, 2, 3 };

long solve(int *a, int n)
{
    long sum = 0;
    for (int i = 0; i < n; i++)
        sum += table[a[i] % 20000]++;
    return sum;
}
