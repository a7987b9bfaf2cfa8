/* zero_based.c - wrong answer: positions count from 0. */
#include <stdio.h>

/*
 * Everything is right but the printed positions.
 */
enum { MAX_N = 200000 };

static int a[MAX_N];
static int prev[MAX_N];
static int tail[MAX_N];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++) {
        if (scanf("%d", &a[i]) != 1)
            return 1;
    }

    int len = 0;
    for (int i = 0; i < n; i++) {
        int lo = 0;
        int hi = len;
        while (lo < hi) {
            int mid = lo + (hi - lo) / 2;
            if (a[tail[mid]] < a[i])
                lo = mid + 1;
            else
                hi = mid;
        }
        prev[i] = lo > 0 ? tail[lo - 1] : -1;
        tail[lo] = i;
        if (lo == len)
            len++;
    }

    printf("%d\n", len);
    int at = len > 0 ? tail[len - 1] : -1;
    for (int k = len - 1; k >= 0; k--) {
        tail[k] = at;
        at = prev[at];
    }
    for (int k = 0; k < len; k++)
        printf("%d ", tail[k]);
    printf("\n");
    return 0;
}
