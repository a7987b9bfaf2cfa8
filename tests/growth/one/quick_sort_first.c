/* quick_sort_first.c - quicksort whose pivot is the first: sorted input is the worst.
 *
 * scene: numbers
 * time: n^2
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
static void sort(int *a, int n)
{
    while (n > 1) {
        int last = 0;
        for (int i = 1; i < n; i++)
            if (a[i] < a[0]) {
                int x = a[++last];
                a[last] = a[i];
                a[i] = x;
            }
        int x = a[0];
        a[0] = a[last];
        a[last] = x;
        sort(a, last);
        a += last + 1;
        n -= last + 1;
    }
}
int main(void)
{
    int *a, n = read_numbers(&a);
    sort(a, n);
    printf("%d\n", a[n / 2]);
}
