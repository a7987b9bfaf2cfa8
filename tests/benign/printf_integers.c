/* printf_integers.c - integers with every flag and size.
 *
 * expect: exit 0
 */
#include <inttypes.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

int main(void)
{
    printf("[%d] [%5d] [%-5d] [%05d] [%+d] [% d] [%.3d]\n", 42, 42, 42, 42, 42, 42, 42);
    printf("%u %o %x %X %#o %#x\n", 255u, 255u, 255u, 255u, 255u, 255u);
    printf("%hhd %hd %ld %lld %jd %zd %td\n", (signed char)-1, (short)-2, -3L, -4LL, (intmax_t)-5,
           (ptrdiff_t)-6, (ptrdiff_t)-7);
    printf("%d %d %u %ld %lu %lld %llu\n", INT_MIN, INT_MAX, UINT_MAX, LONG_MIN, ULONG_MAX,
           LLONG_MAX, ULLONG_MAX);
    printf("%" PRId64 " %" PRIu32 " %" PRIx64 "\n", INT64_MIN, UINT32_MAX, UINT64_MAX);
    printf("%*d|%-*d|%.*d\n", 8, 1, 8, 2, 4, 3);
    int n;
    printf("%c%s%.2s%%%n", 'c', "string", "string", &n);
    printf(" %d\n", n);
    return 0;
}
