/* bad: no case ends it */
#include <stdio.h>

static int factorial(int n) /* TRUE: memory */
{
    return n * factorial(n - 1); /* ALSO: memory */
}

int main(void)
{
    printf("%d\n", factorial(5));
    return 0;
}
