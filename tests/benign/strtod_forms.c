/* strtod_forms.c - strtod, strtof and strtold.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *const texts[] = { "1.5",
                                  "-0",
                                  "1e400",
                                  "1e-400",
                                  "0x1.8p3",
                                  "inf",
                                  "-Infinity",
                                  "nan",
                                  ".5.",
                                  "e5",
                                  "0.1000000000000000055511151231257827" };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char *end;
        errno = 0;
        double value = strtod(texts[i], &end);
        printf("%.17g %td %d %.9g %.21Lg\n", value, end - texts[i], errno, strtof(texts[i], NULL),
               strtold(texts[i], NULL));
    }
    printf("%d %ld %lld %.2f\n", atoi("12x"), atol("-7"), atoll("8000000000"), atof("2.75"));
    return 0;
}
