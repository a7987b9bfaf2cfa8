/* order_of_products.c - the best order of a chain of products, by intervals.
 *
 * scene: few
 * time: n^3
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
int main(void)
{
    int *a, n = read_numbers(&a);
    long *best = calloc((size_t)(n * n), sizeof *best);
    for (int width = 2; width < n; width++)
        for (int i = 0; i + width < n; i++) {
            long least = 1L << 60;
            for (int k = i + 1; k < i + width; k++) {
                long cost = best[i * n + k] + best[k * n + i + width] + a[k] % 100;
                least = cost < least ? cost : least;
            }
            best[i * n + i + width] = least;
        }
    printf("%ld\n", best[n - 1]);
}
