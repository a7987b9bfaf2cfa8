/* insertion_sort.c - insertion sort; falling input is the worst.
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
int main(void)
{
    int *a, n = read_numbers(&a);
    for (int i = 1; i < n; i++) {
        int x = a[i], k = i;
        for (; k > 0 && a[k - 1] > x; k--)
            a[k] = a[k - 1];
        a[k] = x;
    }
    printf("%d\n", a[n / 2]);
}
