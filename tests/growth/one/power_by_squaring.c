/* power_by_squaring.c - a power modulo a prime.
 *
 * scene: number
 * time: log n
 */
#include <stdio.h>

int main(void)
{
    unsigned long n, power = 3, result = 1;
    if (scanf("%lu", &n) != 1)
        return 1;
    for (; n; n /= 2, power = power * power % 1000003)
        if (n % 2)
            result = result * power % 1000003;
    printf("%lu\n", result);
}
