/* strtol_errors.c - strtol, strtoul and strtoll with everything that can go wrong.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *const texts[] = { "42",
                                  "-42",
                                  "  +7x",
                                  "0x1F",
                                  "077",
                                  "",
                                  "abc",
                                  "99999999999999999999",
                                  "-99999999999999999999",
                                  "0b1",
                                  "z" };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (int base = 0; base <= 36; base += 12) {
            char *end;
            errno = 0;
            long value = strtol(texts[i], &end, base);
            printf("%ld %td %d | ", value, end - texts[i], errno);
            errno = 0;
            unsigned long long other = strtoull(texts[i], &end, base);
            printf("%llu %td %d\n", other, end - texts[i], errno);
        }
    return 0;
}
