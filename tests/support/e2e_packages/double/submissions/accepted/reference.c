/* reference.c - the model solution. */
#include <stdio.h>

int main(void)
{
    int n;
    long long x;
    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0 && scanf("%lld", &x) == 1)
        printf("%lld\n", 2 * x);
    return 0;
}
