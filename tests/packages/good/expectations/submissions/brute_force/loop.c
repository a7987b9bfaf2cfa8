#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int a, b;
    if (scanf("%d %d", &a, &b) != 2)
        return 1;
    if (a < 0)
        abort();
    printf("%d\n", a + b);
    return 0;
}
