/* heap_rows.c - one row of the table at a time.
 *
 * scene: few
 * time: n^2
 * heap: n
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
    int *a, n = read_numbers(&a), sum = 0;
    for (int i = 0; i < n; i++) {
        int *row = malloc((size_t)n * sizeof *row);
        for (int k = 0; k < n; k++)
            row[k] = a[i] ^ a[k];
        sum ^= row[n / 2];
        free(row);
    }
    printf("%d\n", sum);
    free(a);
}
