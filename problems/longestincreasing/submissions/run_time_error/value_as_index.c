/* value_as_index.c - crashes: takes the values for small numbers and indexes an array by them. */
#include <stdio.h>

/*
 * A Fenwick tree over the values themselves, without ranks, and without a look at the limits. Small
 * values are shifted to be positive; an element far from zero leads out of the array.
 */
enum { MAX_N = 200000, OFFSET = 1 << 20, SIZE = 1 << 21 };

static int tree[SIZE];
static int length[MAX_N + 1];
static int before[MAX_N + 1];
static int chain[MAX_N + 1];

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    int last = 0;
    for (int i = 1; i <= n; i++) {
        long value;
        if (scanf("%ld", &value) != 1)
            return 1;
        value += OFFSET;
        length[i] = 1;
        for (long at = value - 1; at > 0; at -= at & -at) {
            if (length[tree[at]] >= length[i]) {
                before[i] = tree[at];
                length[i] = length[tree[at]] + 1;
            }
        }
        tree[value] = length[tree[value]] < length[i] ? i : tree[value];
        for (long at = value; at < SIZE; at += at & -at) {
            if (length[tree[at]] < length[i])
                tree[at] = i;
        }
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
