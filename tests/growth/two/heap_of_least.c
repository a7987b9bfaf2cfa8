/* heap_of_least.c - keeps the m smallest of n in a heap.
 *
 * scene: grid
 * meets: n log m + m; n log n + m
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
        if (count < m) {
            int at = count++;
            for (; at > 0 && b[(at - 1) / 2] < a[i]; at = (at - 1) / 2)
                b[at] = b[(at - 1) / 2];
            b[at] = a[i];
        } else if (a[i] < b[0]) {
            int at = 0;
            for (int child; (child = 2 * at + 1) < m; at = child) {
                child += child + 1 < m && b[child + 1] > b[child];
                if (b[child] <= a[i])
                    break;
                b[at] = b[child];
            }
            b[at] = a[i];
        }
    printf("%d\n", b[0]);
}
