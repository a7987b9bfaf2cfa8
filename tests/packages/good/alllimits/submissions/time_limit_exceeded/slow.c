#include <stdio.h>

int main(void)
{
    int a, b;
    volatile unsigned long n = 0;
    if (scanf("%d %d", &a, &b) != 2)
        return 1;
    while (n < 100000000000UL)
        n++;
    printf("%d\n", a + b);
    return 0;
}
