/* nested_functions.c - a function within a function, which gcc alone takes: it counts then.
 *
 * scene: numbers
 * time: n log n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    int *a = malloc((size_t)n * sizeof *a), *b = malloc((size_t)n * sizeof *b);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    void sort(int from, int to)
    {
        int middle = (from + to) / 2, i = from, j = middle;
        if (to - from < 2)
            return;
        sort(from, middle);
        sort(middle, to);
        for (int k = from; k < to; k++)
            b[k] = j == to || (i < middle && a[i] <= a[j]) ? a[i++] : a[j++];
        for (int k = from; k < to; k++)
            a[k] = b[k];
    }
    sort(0, n);
    printf("%d\n", a[n / 2]);
}
