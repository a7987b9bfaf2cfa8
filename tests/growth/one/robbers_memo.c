/* robbers_memo.c - a recursion that remembers.
 *
 * scene: array
 * time: n
 */
#include "array.h"
#include <stdlib.h>

static long *memo;

static long best(const int *a, int n)
{
    if (n <= 0)
        return 0;
    if (memo[n] < 0) {
        long with = best(a, n - 2) + a[n - 1], without = best(a, n - 1);
        memo[n] = with > without ? with : without;
    }
    return memo[n];
}
long solve(int *a, int n)
{
    memo = malloc((size_t)(n + 1) * sizeof *memo);
    for (int i = 0; i <= n; i++)
        memo[i] = -1;
    long result = best(a, n);
    free(memo);
    return result;
}
