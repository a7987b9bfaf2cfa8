/* divisors.c - counts divisors in pairs.
 *
 * scene: number
 * time: sqrt n
 */
#include <stdio.h>

int main(void)
{
    long n, count = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (long i = 1; i * i <= n; i++)
        if (n % i == 0)
            count += i * i == n ? 1 : 2;
    printf("%ld\n", count);
}
