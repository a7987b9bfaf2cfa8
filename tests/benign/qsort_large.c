/* qsort_large.c - qsort of a million numbers, which asks for the size of the memory.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

int main(void)
{
    size_t count = 1000000;
    int *numbers = malloc(count * sizeof *numbers);
    unsigned state = 1;
    for (size_t i = 0; i < count; i++)
        numbers[i] = (int)(state = state * 1664525u + 1013904223u);
    qsort(numbers, count, sizeof *numbers, compare);
    for (size_t i = 1; i < count; i++)
        if (numbers[i - 1] > numbers[i])
            return 1;
    printf("%d %d %d\n", numbers[0], numbers[count / 2], numbers[count - 1]);
    free(numbers);
    return 0;
}
