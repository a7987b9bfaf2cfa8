/* windows.c - sums of m neighbours, each anew.
 *
 * scene: grid
 * meets: n m
 * exceeds: n + m; n log m
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
    long best = 0;
    for (int i = 0; i < n; i++) {
        long sum = 0;
        for (int k = 0; k < m; k++)
            sum += a[(i + k) % n];
        best = sum > best ? sum : best;
    }
    printf("%ld\n", best);
}
