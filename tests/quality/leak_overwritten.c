/* bad: a pointer is overwritten before its block is freed */
#include <stdio.h>
#include <stdlib.h>

static int sum_twice(int n)
{
    int *a = malloc((size_t)n * sizeof *a); /* TRUE: memory */
    if (!a)
        return -1;
    a[0] = n;
    a = malloc((size_t)n * sizeof *a);
    if (!a)
        return -1;
    a[0] = n;
    int sum = 2 * a[0];
    free(a);
    return sum;
}

int main(void)
{
    printf("%d\n", sum_twice(5));
    return 0;
}
