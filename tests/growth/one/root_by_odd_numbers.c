/* root_by_odd_numbers.c - takes odd numbers away until nothing is left.
 *
 * scene: number
 * time: sqrt n
 */
#include <stdio.h>

int main(void)
{
    long n, odd = 1;
    if (scanf("%ld", &n) != 1)
        return 1;
    while (n >= odd) {
        n -= odd;
        odd += 2;
    }
    printf("%ld\n", odd / 2);
}
