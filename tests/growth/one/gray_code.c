/* gray_code.c - walks through all subsets by Gray's code.
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
int main(void)
{
    int *a, n = read_numbers(&a);
    long sum = 0, best = 0;
    unsigned code = 0;
    for (unsigned i = 1; i < 1u << n; i++) {
        unsigned next = i ^ i / 2, bit = next ^ code;
        int at = __builtin_ctz(bit);
        sum += next & bit ? a[at] : -(long)a[at];
        best = labs(sum - 1000000000) < labs(best - 1000000000) ? sum : best;
        code = next;
    }
    printf("%ld\n", best);
}
