/* blocks_of_minima.c - a minimum for each beginning, by blocks of sqrt n.
 *
 * scene: numbers
 * time: n^1.5
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
    int *a, n = read_numbers(&a), width = 1;
    long sum = 0;
    while (width * width < n)
        width++;
    int *least = malloc((size_t)(n / width + 1) * sizeof *least);
    for (int i = 0; i < n; i++)
        if (i % width == 0 || a[i] < least[i / width])
            least[i / width] = a[i];
    for (int end = 0; end < n; end++) {
        int best = a[end];
        for (int b = 0; b < end / width; b++)
            best = least[b] < best ? least[b] : best;
        for (int i = end / width * width; i < end; i++)
            best = a[i] < best ? a[i] : best;
        sum += best;
    }
    printf("%ld\n", sum);
}
