/* attribute.c - switches counting off by an attribute.
 *
 * scene: numbers
 * suspicious: yes
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
__attribute__((no_profile_instrument_function)) static long pairs(const int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++)
            count += a[k] > a[i];
    return count;
}
int main(void)
{
    int *a, n = read_numbers(&a);
    printf("%ld\n", pairs(a, n));
}
