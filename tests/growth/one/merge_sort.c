/* merge_sort.c - merge sort from the top.
 *
 * scene: numbers
 * time: n log n
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
static void sort(int *a, int *b, int n)
{
    if (n < 2)
        return;
    int half = n / 2, i = 0, j = half, k = 0;
    sort(a, b, half);
    sort(a + half, b, n - half);
    while (i < half && j < n)
        b[k++] = a[j] < a[i] ? a[j++] : a[i++];
    memcpy(b + k, a + i, (size_t)(half - i) * sizeof *a);
    memcpy(a, b, (size_t)(k + half - i) * sizeof *a);
}
int main(void)
{
    int *a, n = read_numbers(&a);
    sort(a, malloc((size_t)n * sizeof *a), n);
    printf("%d\n", a[n / 2]);
}
