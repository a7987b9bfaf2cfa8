/* square_of_first.c - pairs of n, and m once.
 *
 * scene: grid
 * meets: n^2 + m; n^2 m
 * exceeds: n m; (n + m) log n
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
    long count = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            count += a[i] < a[k];
    for (int k = 0; k < m; k++)
        count += b[k];
    printf("%ld\n", count);
}
