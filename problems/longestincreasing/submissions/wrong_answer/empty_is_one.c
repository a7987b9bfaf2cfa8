/* empty_is_one.c - wrong answer: says 1 for no element. */
#include <stdio.h>

/*
 * The best length starts at 1, because "each element alone is a subsequence".
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

    printf("%d\n", len > 1 ? len : 1);
    int at = len > 0 ? tail[len - 1] : 0;
    int count = 0;
    for (; at >= 0 && count < len; at = prev[at])
        tail[len - ++count] = at;
    for (int k = 0; k < (len > 1 ? len : 1); k++)
        printf("%d ", tail[k] + 1);
    printf("\n");
    return 0;
}
