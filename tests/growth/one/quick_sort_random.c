/* quick_sort_random.c - quicksort with random pivots.
 *
 * scene: numbers
 * time: n log n
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
    if (n < 2)
        return;
    int pivot = a[rand() % n], i = 0, j = n - 1;
    while (i <= j) {
        while (a[i] < pivot)
            i++;
        while (a[j] > pivot)
            j--;
        if (i <= j) {
            int x = a[i];
            a[i++] = a[j];
            a[j--] = x;
        }
    }
    sort(a, j + 1);
    sort(a + i, n - i);
}
int main(void)
{
    int *a, n = read_numbers(&a);
    sort(a, n);
    printf("%d\n", a[n / 2]);
}
