/* sort_all_beginnings.c - sorts each beginning of the numbers.
 *
 * scene: few
 * time: n^2 log n
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
static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}
int main(void)
{
    int *a, n = read_numbers(&a);
    int *b = malloc((size_t)n * sizeof *b);
    long sum = 0;
    for (int end = 1; end <= n; end++) {
        memcpy(b, a, (size_t)end * sizeof *b);
        qsort(b, (size_t)end, sizeof *b, compare);
        sum += b[end / 2];
    }
    printf("%ld\n", sum);
}
