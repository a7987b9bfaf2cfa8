/* int_min_sentinel.c - wrong answer: INT_MIN stands for "nothing before". */
#include <limits.h>
#include <stdio.h>

/*
 * best[0] is a guard with the value INT_MIN, as if an element stood before all others. An element
 * that is INT_MIN is not greater than the guard and lands on it: it is never counted.
 */
enum { MAX_N = 200000 };

static int a[MAX_N + 1]; /* from 1; a[0] is the guard */
static int prev[MAX_N + 1];
static int tail[MAX_N + 1];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    a[0] = INT_MIN;
    int len = 0;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1)
            return 1;
        int lo = 0;
        int hi = len + 1;
        while (lo < hi) {
            int mid = lo + (hi - lo) / 2;
            if (a[tail[mid]] < a[i])
                lo = mid + 1;
            else
                hi = mid;
        }
        if (lo == 0)
            continue;
        prev[i] = tail[lo - 1];
        tail[lo] = i;
        if (lo > len)
            len++;
    }

    printf("%d\n", len);
    int at = len > 0 ? tail[len] : 0;
    for (int k = len; k > 0; k--, at = prev[at])
        tail[k] = at;
    for (int k = 1; k <= len; k++)
        printf("%d ", tail[k]);
    printf("\n");
    return 0;
}
