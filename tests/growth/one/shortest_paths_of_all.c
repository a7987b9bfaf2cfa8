/* shortest_paths_of_all.c - Floyd and Warshall.
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
    int *d = malloc((size_t)(n * n) * sizeof *d);
    for (int i = 0; i < n * n; i++)
        d[i] = a[i % n] % 1000 + i % 7;
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (d[i * n + k] + d[k * n + j] < d[i * n + j])
                    d[i * n + j] = d[i * n + k] + d[k * n + j];
    printf("%d\n", d[n - 1]);
}
