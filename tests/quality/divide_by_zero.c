/* bad: the average of nothing */
#include <stdio.h>

static int average(const int *values, int count)
{
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += values[i];
    if (count == 0)
        return sum / count; /* TRUE: memory */
    return sum / count;
}

int main(void)
{
    int values[] = { 1, 2, 3 };
    printf("%d\n", average(values, 3));
    return 0;
}
