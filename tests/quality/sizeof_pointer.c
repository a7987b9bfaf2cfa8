/* bad: sizeof of a parameter that is an array only by its looks */
#include <stdio.h>
#include <string.h>

static void clear(int values[10])
{
    memset(values, 0, sizeof values); /* TRUE: memory */
}

int main(void)
{
    int values[10];
    clear(values);
    printf("%d\n", values[0]);
    return 0;
}
