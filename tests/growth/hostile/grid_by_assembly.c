/* grid_by_assembly.c - sums up both rows, and in assembly one of them for each of the other.
 *
 * scene: grid
 * suspicious: yes
 */
#include <stdio.h>
#include <stdlib.h>

static int n, m, a[4096], b[4096];

static void read_both(void)
{
    if (scanf("%d %d", &n, &m) != 2)
        exit(1);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    for (int i = 0; i < m; i++)
        if (scanf("%d", &b[i]) != 1)
            exit(1);
}
static long sum(const int *row, long count)
{
    long total = 0, value;
    __asm__ volatile("1: movslq (%1), %2\n add %2, %0\n add $4, %1\n dec %3\n jnz 1b\n"
                     : "+r"(total), "+r"(row), "=&r"(value), "+r"(count)::"memory", "cc");
    return total;
}
int main(void)
{
    read_both();
    long best = 0;
    for (int i = 0; i < n; i++)
        best = a[i] * sum(b, m) > best ? i : best;
    printf("%ld\n", best);
}
