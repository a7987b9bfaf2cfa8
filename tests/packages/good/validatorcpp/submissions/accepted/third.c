#include <stdio.h>

int main(void)
{
    int n;
    if (scanf("%d", &n) == 1)
        printf("%d %d\n", n / 3, n - n / 3);
    return 0;
}
