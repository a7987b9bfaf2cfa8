/* int_max_sentinel.c - wrong answer: INT_MAX stands for a place that is still free. */
#include <limits.h>
#include <stdio.h>

/*
 * All tails start at INT_MAX and the search runs over all n of them. An element that is INT_MAX
 * lands on a free place and cannot be told from it: it is never counted.
 */
enum { MAX_N = 200000 };

static int a[MAX_N];
static int prev[MAX_N];
static int tail[MAX_N];
static int index_of[MAX_N];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1)
            return 1;
        tail[i] = INT_MAX;
    }

    for (int i = 0; i < n; i++) {
        int lo = 0;
        int hi = n - 1;
        while (lo < hi) {
            int mid = lo + (hi - lo) / 2;
            if (tail[mid] < a[i])
                lo = mid + 1;
            else
                hi = mid;
        }
        tail[lo] = a[i];
        index_of[lo] = i;
        prev[i] = lo > 0 ? index_of[lo - 1] : -1;
    }
    int len = 0;
    while (len < n && tail[len] < INT_MAX)
        len++;

    printf("%d\n", len);
    int at = len > 0 ? index_of[len - 1] : -1;
    for (int k = len - 1; k >= 0; k--, at = prev[at])
        index_of[k] = at;
    for (int k = 0; k < len; k++)
        printf("%d ", index_of[k] + 1);
    printf("\n");
    return 0;
}
