/* segment_tree.c - a segment tree with sums and updates.
 *
 * expect: exit 0
 */
#include <stdio.h>

enum { N = 1 << 17 };
static long long tree[2 * N];

static void update(int at, long long value)
{
    for (tree[at += N] = value; at > 1; at /= 2)
        tree[at / 2] = tree[at] + tree[at ^ 1];
}

static long long sum(int from, int to)
{
    long long total = 0;
    for (from += N, to += N; from < to; from /= 2, to /= 2) {
        if (from & 1)
            total += tree[from++];
        if (to & 1)
            total += tree[--to];
    }
    return total;
}

int main(void)
{
    for (int i = 0; i < N; i++)
        update(i, i * 3ll % 1001);
    long long check = 0;
    for (int i = 0; i < N; i += 7)
        check ^= sum(i / 2, i + 1);
    printf("%lld %lld\n", sum(0, N), check);
    return 0;
}
