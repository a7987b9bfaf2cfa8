/* late_predecessor.c - wrong answer: follows the tails as they are at the end. */
#include <stdio.h>

/*
 * The predecessor is kept as a place in tail[], not as the element that lay there at that time;
 * when the witness is read, another element lies there. Length right, witness often not.
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
        prev[i] = lo - 1;
        tail[lo] = i;
        if (lo == len)
            len++;
    }

    printf("%d\n", len);
    int chain = len > 0 ? tail[len - 1] : -1;
    for (int k = len - 1; k >= 0; k--) {
        int place = prev[chain];
        tail[k] = chain;
        chain = place >= 0 ? tail[place] : -1;
    }
    for (int k = 0; k < len; k++)
        printf("%d ", tail[k] + 1);
    printf("\n");
    return 0;
}
