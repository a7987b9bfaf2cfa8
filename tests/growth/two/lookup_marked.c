/* lookup_marked.c - marks the values of one, looks the others up.
 *
 * scene: grid
 * meets: n + m
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
    static char seen[1000];
    int count = 0;
    for (int i = 0; i < n; i++)
        seen[a[i]] = 1;
    for (int k = 0; k < m; k++)
        count += seen[b[k]];
    printf("%d\n", count);
}
