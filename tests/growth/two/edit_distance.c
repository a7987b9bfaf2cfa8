/* edit_distance.c - changes one into the other.
 *
 * scene: grid
 * meets: n m
 * exceeds: n + m; n log m; (n + m) log n
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
    static int row[4097];
    for (int k = 0; k <= m; k++)
        row[k] = k;
    for (int i = 0; i < n; i++) {
        int diagonal = row[0];
        row[0] = i + 1;
        for (int k = 0; k < m; k++) {
            int up = row[k + 1], best = diagonal + (a[i] / 100 != b[k] / 100);
            best = row[k] + 1 < best ? row[k] + 1 : best;
            row[k + 1] = up + 1 < best ? up + 1 : best;
            diagonal = up;
        }
    }
    printf("%d\n", row[m]);
}
