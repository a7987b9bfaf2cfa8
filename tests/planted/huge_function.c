/* Everything in one function, in ever deeper levels. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;
    return (x > y) - (x < y);
}

static long values[70000];

int main(void) /* FLAW: a cognitive complexity of */
{
    long n;
    long long pairs = 0, run = 0;
    if (scanf("%ld", &n) == 1) {
        for (long i = 0; i < n; i++) {
            if (scanf("%ld", &values[i]) != 1) {
                if (i == 0 || n == 0) {
                    puts("no values");
                } else {
                    puts("too few values");
                }
                return 1;
            }
        }
        if (n > 1) {
            qsort(values, (size_t)n, sizeof *values, compare);
            for (long i = 1; i < n; i++) {
                if (values[i] == values[i - 1]) {
                    run = run + 1;
                } else {
                    if (run > 0) {
                        run = 0;
                    }
                }
                if (run > 0) {
                    pairs += run;
                }
            }
        }
        printf("%lld\n", pairs);
    } else {
        return 1;
    }
    return 0;
}
