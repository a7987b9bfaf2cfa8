/* witness_from_tails.c - wrong answer: prints the tails as if they were the witness. */
#include <stdio.h>

/*
 * The length is right. tail[] holds the best end for each length, and these ends need not stand in
 * one subsequence: a later small element overwrites an early place.
 */
enum { MAX_N = 200000 };

static int a[MAX_N];
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
        tail[lo] = i;
        if (lo == len)
            len++;
    }

    printf("%d\n", len);
    for (int k = 0; k < len; k++)
        printf("%d ", tail[k] + 1);
    printf("\n");
    return 0;
}
