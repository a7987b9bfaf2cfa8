/* equal_relinks.c - wrong answer: links an element to its equal. */
#include <stdio.h>

/*
 * When an element is equal to the tail it replaces, it is linked to that tail, "to stay on the same
 * subsequence". The length is right; the witness has equal elements and may be too long for it.
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
        int equal = lo < len && a[tail[lo]] == a[i];
        prev[i] = equal ? tail[lo] : lo > 0 ? tail[lo - 1] : -1;
        tail[lo] = i;
        if (lo == len)
            len++;
    }

    printf("%d\n", len);
    int at = len > 0 ? tail[len - 1] : -1;
    int k = len;
    for (; k > 0 && at >= 0; at = prev[at])
        tail[--k] = at;
    for (; k < len; k++)
        printf("%d ", tail[k] + 1);
    printf("\n");
    return 0;
}
