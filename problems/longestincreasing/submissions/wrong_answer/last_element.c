/* last_element.c - wrong answer: the witness starts its way back at the last element. */
#include <stdio.h>

/*
 * Right only when the last element ends a longest subsequence; the length is right.
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
    int at = n - 1;
    int count = 0;
    for (; at >= 0; at = prev[at])
        tail[count++] = at;
    while (count > 0)
        printf("%d ", tail[--count] + 1);
    printf("\n");
    return 0;
}
