/* bad: nothing calls it */
#include <stdio.h>

static int square(int x) /* TRUE: duplication */
{
    return x * x;
}

int main(void)
{
    puts("no squares");
    return 0;
}
