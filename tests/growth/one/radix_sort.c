/* radix_sort.c - sorts by bytes.
 *
 * scene: numbers
 * time: n
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
    int *b = malloc((size_t)n * sizeof *b);
    for (int shift = 0; shift < 32; shift += 8) {
        int from[257] = { 0 };
        for (int i = 0; i < n; i++)
            from[(a[i] >> shift & 255) + 1]++;
        for (int i = 0; i < 256; i++)
            from[i + 1] += from[i];
        for (int i = 0; i < n; i++)
            b[from[a[i] >> shift & 255]++] = a[i];
        int *c = a;
        a = b;
        b = c;
    }
    printf("%d\n", a[n / 2]);
}
