/* clean: an array is read until the input ends, then used as far as it was filled */
#include <stdio.h>
#include <stdlib.h>

enum { VALUES_MAX = 1000 };

static int compare(const void *left, const void *right)
{
    const int *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

int main(void)
{
    int values[VALUES_MAX];
    size_t count = 0;
    int value;
    while (count < VALUES_MAX && scanf("%d", &value) == 1)
        values[count++] = value;
    qsort(values, count, sizeof values[0], compare);
    for (size_t i = 0; i < count; i++)
        printf("%d\n", values[i]);
    return 0;
}
