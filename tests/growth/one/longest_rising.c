/* longest_rising.c - the longest rising part, by patience.
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
int main(void)
{
    int *a, n = read_numbers(&a), length = 0;
    int *tails = malloc((size_t)n * sizeof *tails);
    for (int i = 0; i < n; i++) {
        int low = 0, high = length;
        while (low < high)
            if (tails[(low + high) / 2] < a[i])
                low = (low + high) / 2 + 1;
            else
                high = (low + high) / 2;
        tails[low] = a[i];
        length += low == length;
    }
    printf("%d\n", length);
}
