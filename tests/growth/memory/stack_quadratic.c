/* stack_quadratic.c - a copy of all in each of n calls.
 *
 * scene: few
 * time: n^2
 * stack: n^2
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
static long sum(const int *a, int n, int depth)
{
    int copy[n];
    memcpy(copy, a, sizeof copy);
    for (int i = 0; i < n; i++)
        copy[i] ^= depth;
    return depth == 0 ? copy[0] : sum(copy, n, depth - 1) + copy[n - 1];
}
int main(void)
{
    int *a, n = read_numbers(&a);
    printf("%ld\n", sum(a, n, n));
}
