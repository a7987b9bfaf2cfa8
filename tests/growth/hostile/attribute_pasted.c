/* attribute_pasted.c - the same, put together by the preprocessor.
 *
 * scene: numbers
 * suspicious: yes
 */
#include <stdio.h>
#include <stdlib.h>

#define JOIN(a, b) a##b
#define QUICK      JOIN(__attr, ibute__)((JOIN(no_profile_instr, ument_function)))

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
QUICK static long pairs(const int *a, int n)
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
