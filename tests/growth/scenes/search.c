#include "search.h"
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int n, count, key;
    if (scanf("%d %d", &n, &count) != 2)
        return 1;
    int *a = malloc((size_t)n * sizeof *a);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            return 1;
    long sum = 0;
    while (count-- > 0 && scanf("%d", &key) == 1)
        sum += find(a, n, key);
    printf("%ld\n", sum);
    free(a);
}
