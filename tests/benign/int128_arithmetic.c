/* int128_arithmetic.c - 128-bit integers.
 *
 * expect: exit 0
 */
#include <stdint.h>
#include <stdio.h>

static void print(unsigned __int128 v)
{
    char digits[40];
    int at = 40;
    do
        digits[--at] = (char)('0' + (int)(v % 10));
    while (v /= 10);
    printf("%.*s\n", 40 - at, digits + at);
}

static uint64_t power(uint64_t base, uint64_t exponent, uint64_t modulus)
{
    uint64_t result = 1;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            result = (uint64_t)((unsigned __int128)result * base % modulus);
        base = (uint64_t)((unsigned __int128)base * base % modulus);
    }
    return result;
}

int main(void)
{
    unsigned __int128 factorial = 1;
    for (int i = 2; i <= 33; i++)
        factorial *= (unsigned)i;
    print(factorial);
    print(~(unsigned __int128)0);
    printf("%llu\n", (unsigned long long)power(3, 1000000006, 1000000007));
    printf("%llu\n", (unsigned long long)power(2, UINT64_MAX / 3, 18446744073709551557u));
    return 0;
}
