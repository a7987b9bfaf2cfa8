/* empty_input.c - crashes: takes n = 0 for a failure. */
#include <stdio.h>

/*
 * Exits with status 1 when there is no element, though an empty input is an input like any other.
 */
enum { MAX_N = 200000 };

static int a[MAX_N];
static int prev[MAX_N];
static int tail[MAX_N];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1 || n <= 0)
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
        printf("%d ", tail[k] + 1);
    printf("\n");
    return 0;
}
