/* subset_sums.c - tries all subsets.
 *
 * scene: subsets
 * time: 2^n
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
static int count(const int *a, int n, int sum)
{
    if (n == 0)
        return sum % 1000 == 0;
    return count(a + 1, n - 1, sum) + count(a + 1, n - 1, (sum + a[0]) % 1000);
}
int main(void)
{
    int *a, n = read_numbers(&a);
    printf("%d\n", count(a, n, 0));
}
