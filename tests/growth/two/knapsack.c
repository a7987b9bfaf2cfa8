/* knapsack.c - weights of n in a bag of m.
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
    static int best[4097];
    for (int i = 0; i < n; i++)
        for (int room = m; room >= a[i] % 30 + 1; room--) {
            int with = best[room - a[i] % 30 - 1] + a[i];
            if (with > best[room])
                best[room] = with;
        }
    printf("%d\n", best[m]);
}
