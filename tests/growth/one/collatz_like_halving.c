/* collatz_like_halving.c - halves with a fixed amount of work each.
 *
 * scene: number
 * time: log n
 */
#include <stdio.h>

int main(void)
{
    long n, sum = 0;
    if (scanf("%ld", &n) != 1)
        return 1;
    for (; n > 0; n /= 2)
        for (int i = 0; i < 50; i++)
            sum += n % (i + 1);
    printf("%ld\n", sum);
}
