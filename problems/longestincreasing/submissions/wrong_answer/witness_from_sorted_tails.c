/* witness_from_sorted_tails.c - wrong answer: prints the tails, put in order of position. */
#include <stdio.h>
#include <stdlib.h>

/*
 * Somebody saw that the positions in tail[] do not rise, and sorted them: now it is a subsequence,
 * but its values do not rise.
 */
enum { MAX_N = 200000 };

static int a[MAX_N];
static int tail[MAX_N];

static int ascending(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y; /* positions are small: this cannot overflow */
}

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
        tail[lo] = i;
        if (lo == len)
            len++;
    }
    qsort(tail, (size_t)len, sizeof tail[0], ascending);
    printf("%d\n", len);
    for (int k = 0; k < len; k++)
        printf("%d ", tail[k] + 1);
    printf("\n");
    return 0;
}
