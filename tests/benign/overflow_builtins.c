/* overflow_builtins.c - checked arithmetic and bit builtins.
 *
 * expect: exit 0
 */
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    int a;
    long b;
    printf("%d %d\n", __builtin_add_overflow(INT_MAX, 1, &a), a);
    printf("%d %ld\n", __builtin_mul_overflow(1L << 40, 1L << 30, &b), b);
    printf("%d %d %d %d\n", __builtin_popcount(255), __builtin_clz(1), __builtin_ctzll(1ull << 40),
           __builtin_parity(7));
    printf("%x %llx\n", __builtin_bswap32(0x12345678),
           (long long)__builtin_bswap64(0x1122334455667788));
    printf("%d\n", __builtin_expect(a == INT_MIN, 1));
    return 0;
}
