/* bad: shown to every file */
#include <stdio.h>

int twice(int x) /* TRUE: headers */
{
    return 2 * x;
}

int main(void)
{
    printf("%d\n", twice(4));
    return 0;
}
