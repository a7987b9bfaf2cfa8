/* barrier_between.c - compares each of n with each of m, with assembly that does nothing.
 *
 * scene: grid
 * meets: n m
 * exceeds: n + m
 * hottest: 30 1 1
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
int main(void)
{
    read_both();
    int count = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < m; k++)
            count += a[i] == b[k];
    __asm__ volatile("" ::: "memory");
    printf("%d\n", count);
}
