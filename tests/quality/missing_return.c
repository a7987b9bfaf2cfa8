/* bad: one way ends without a value */
#include <stdio.h>

static int sign(int x)
{
    if (x > 0)
        return 1;
    if (x < 0)
        return -1;
} /* TRUE: memory */

int main(void)
{
    printf("%d\n", sign(3));
    return 0;
}
