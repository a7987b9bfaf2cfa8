/* quadratic_dp.c - too slow: compares each element with all before it, O(n²). */
#include <stdio.h>

/* The textbook dynamic programme. Right, and fast enough up to some ten thousand elements. */
enum { MAX_N = 200000 };

static int a[MAX_N + 1];
static int length[MAX_N + 1]; /* of the longest one that ends here; position 0 stands for "none" */
static int before[MAX_N + 1];
static int chain[MAX_N + 1];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    int last = 0;
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &a[i]) != 1)
            return 1;
        for (int j = 1; j < i; j++) {
            if (a[j] < a[i] && length[j] > length[before[i]])
                before[i] = j;
        }
        length[i] = length[before[i]] + 1;
        if (length[i] > length[last])
            last = i;
    }

    int count = length[last];
    printf("%d\n", count);
    for (int k = count; k > 0; k--, last = before[last])
        chain[k] = last;
    for (int k = 1; k <= count; k++)
        printf("%d ", chain[k]);
    printf("\n");
    return 0;
}
