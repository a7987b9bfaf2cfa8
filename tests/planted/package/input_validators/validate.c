/* validate.c - n, then n numbers. */
#include <stdio.h>

int main(void)
{
    long n, x;
    if (scanf("%ld", &n) != 1 || n < 0 || n > 70000)
        return 43;
    for (long i = 0; i < n; i++)
        if (scanf("%ld", &x) != 1 || x < 0 || x > 1000000)
            return 43;
    return getchar() == '\n' && getchar() == EOF ? 42 : 43;
}
