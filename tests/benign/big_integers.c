/* big_integers.c - a thousand factorial, digit by digit.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    static int digits[3000] = { 1 };
    int count = 1;
    for (int n = 2; n <= 1000; n++) {
        int carry = 0;
        for (int i = 0; i < count || carry; i++) {
            carry += digits[i] * n;
            digits[i] = carry % 10;
            carry /= 10;
            if (i >= count)
                count = i + 1;
        }
    }
    for (int i = count; i-- > 0;)
        putchar('0' + digits[i]);
    printf("\n%d\n", count);
    return 0;
}
