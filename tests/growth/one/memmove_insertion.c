/* memmove_insertion.c - keeps an array in order by binary search and memmove.
 *
 * scene: numbers
 * time: n^2
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    int n, x, count = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    int *a = malloc((size_t)n * sizeof *a);
    while (count < n && scanf("%d", &x) == 1) {
        int low = 0, high = count;
        while (low < high)
            if (a[(low + high) / 2] < x)
                low = (low + high) / 2 + 1;
            else
                high = (low + high) / 2;
        memmove(a + low + 1, a + low, (size_t)(count - low) * sizeof *a);
        a[low] = x;
        count++;
    }
    printf("%d\n", a[n / 2]);
}
