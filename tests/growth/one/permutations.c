/* permutations.c - tries all orders.
 *
 * scene: orders
 * time: n!
 */
#include <stdio.h>
#include <stdlib.h>

static int read_numbers(int **out)
{
    int n;
    if (scanf("%d", &n) != 1)
        exit(1);
    int *a = malloc((size_t)n * sizeof *a);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    *out = a;
    return n;
}
static long best = 1L << 60;

static void order(int *a, int n, int fixed, long cost)
{
    if (fixed == n && cost < best)
        best = cost;
    for (int i = fixed; i < n; i++) {
        int x = a[i];
        a[i] = a[fixed];
        a[fixed] = x;
        order(a, n, fixed + 1, cost + (fixed ? labs(a[fixed] - (long)a[fixed - 1]) : 0));
        a[fixed] = a[i];
        a[i] = x;
    }
}
int main(void)
{
    int *a, n = read_numbers(&a);
    order(a, n, 0, 0);
    printf("%ld\n", best);
}
