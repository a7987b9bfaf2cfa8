/* heap_linear.c - keeps all numbers.
 *
 * scene: numbers
 * time: n
 * heap: n
 * stack: 1
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
    printf("%d\n", a[n / 2]);
    free(a);
}
