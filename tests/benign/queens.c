/* queens.c - eight queens and more, by backtracking.
 *
 * expect: exit 0
 */
#include <stdio.h>

static int place(int n, unsigned columns, unsigned left, unsigned right)
{
    unsigned all = (1u << n) - 1, free = all & ~(columns | left | right);
    if (columns == all)
        return 1;
    int count = 0;
    while (free) {
        unsigned bit = free & -free;
        free ^= bit;
        count += place(n, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return count;
}

int main(void)
{
    for (int n = 1; n <= 10; n++)
        printf("%d %d\n", n, place(n, 0, 0, 0));
    return 0;
}
