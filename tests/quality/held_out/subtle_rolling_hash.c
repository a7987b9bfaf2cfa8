/* odd but right: unsigned wrap-around is wanted, and loops run down past zero safely */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BASE 1000003u

static uint64_t power(unsigned exponent)
{
    uint64_t result = 1, base = BASE;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            result *= base;
        base *= base;
    }
    return result;
}

/* Rabin-Karp: the first place of the pattern, or -1. */
static long find(const char *text, size_t n, const char *pattern, size_t m)
{
    if (m == 0 || m > n)
        return m == 0 ? 0 : -1;

    uint64_t top = power((unsigned)m - 1), want = 0, have = 0;
    for (size_t i = 0; i < m; i++) {
        want = want * BASE + (unsigned char)pattern[i];
        have = have * BASE + (unsigned char)text[i];
    }
    for (size_t i = 0;; i++) {
        if (have == want && memcmp(text + i, pattern, m) == 0)
            return (long)i;
        if (i + m == n)
            return -1;
        have -= top * (unsigned char)text[i];
        have = have * BASE + (unsigned char)text[i + m];
    }
}

static void reverse(char *s, size_t n)
{
    for (size_t i = 0, j = n; i < j-- ; i++) {
        char t = s[i];
        s[i] = s[j];
        s[j] = t;
    }
}

static size_t trim_right(const char *s, size_t n)
{
    while (n-- > 0)
        if (s[n] != ' ' && s[n] != '\n')
            break;
    return n + 1; /* wraps to 0 when there was nothing but blanks */
}

int main(void)
{
    char pattern[256], text[4096];
    if (!fgets(pattern, sizeof pattern, stdin) || !fgets(text, sizeof text, stdin))
        return 1;
    size_t m = trim_right(pattern, strlen(pattern));
    size_t n = trim_right(text, strlen(text));
    printf("%ld\n", find(text, n, pattern, m));
    reverse(text, n);
    reverse(pattern, m);
    printf("%ld\n", find(text, n, pattern, m));
    return 0;
}
