/* bad: a value that nobody reads */
#include <stdio.h>

static int twice(int x)
{
    int result = x + x;
    printf("%d\n", result);
    result = 0; /* TRUE: duplication */
    return x;
}

int main(void)
{
    return twice(3) != 3;
}
