/* clean: a segment tree without recursion: the leaf of an index lies behind the inner nodes */
#include <stdio.h>

enum { LEAVES = 1 << 10 };

static long long tree[2 * LEAVES];

static void update(int at, long long value)
{
    for (at += LEAVES; at > 0; at /= 2)
        tree[at] += value;
}

static long long sum_below(int end)
{
    long long total = 0;
    for (end += LEAVES; end > 1; end /= 2)
        if (end % 2 == 1)
            total += tree[end - 1];
    return total;
}

int main(void)
{
    for (int i = 0; i < LEAVES; i++)
        update(i, i);
    for (int i = 0; i < LEAVES; i++)
        printf("%lld\n", sum_below(i));
    return 0;
}
