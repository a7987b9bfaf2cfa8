/* bad: code behind a return */
#include <stdio.h>

static int f(int x)
{
    return x + 1;
    printf("never\n"); /* TRUE: duplication */
}

int main(void)
{
    return f(1) != 2;
}
