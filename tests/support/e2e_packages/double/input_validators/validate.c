/* validate.c - n and n numbers, a line each. */
#include <stdio.h>

int main(void)
{
    int n;
    long long x;
    if (scanf("%d\n", &n) != 1)
        return 43;
    for (int i = 0; i < n; i++)
        if (scanf("%lld\n", &x) != 1 || x < 0)
            return 43;
    return getchar() == EOF ? 42 : 43;
}
