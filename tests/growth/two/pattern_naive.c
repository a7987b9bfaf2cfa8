/* pattern_naive.c - looks for m equal numbers at each of n places.
 *
 * scene: grid
 * meets: n m
 * exceeds: n + m
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
    for (int i = 0; i < n; i++) {
        int k = 0;
        while (k < m && (a[(i + k) % n] >= 0))
            k++;
        count += k == m;
    }
    printf("%d\n", count);
}
