/* heap_levels.c - keeps a sorted copy of each level of a merge sort.
 *
 * scene: numbers
 * time: n log n
 * heap: n log n
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
static int *sorted(const int *a, int n)
{
    int *b = malloc((size_t)n * sizeof *b), half = n / 2, i = 0, j = 0;
    if (n == 1) {
        b[0] = a[0];
        return b;
    }
    int *x = sorted(a, half), *y = sorted(a + half, n - half);
    for (int k = 0; k < n; k++)
        b[k] = j == n - half || (i < half && x[i] <= y[j]) ? x[i++] : y[j++];
    return b;
}
int main(void)
{
    int *a, n = read_numbers(&a);
    printf("%d\n", sorted(a, n)[n / 2]);
}
