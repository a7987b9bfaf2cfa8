/* validate.c - exits 42 if standard input is an input as the statement has it, and 43 otherwise. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * Strict to the byte, so that no program can fail because of an odd blank: numbers without leading
 * zeros or plus sign, one space between two of them, one line feed at the end of each line.
 */

enum { VALID = 42, INVALID = 43, MAX_N = 200000, MAX_DIGITS = 10 };

static int reject(const char *why)
{
    fprintf(stderr, "%s\n", why);
    return INVALID;
}

/* Reads a number up to and with the character after it, which must be `end`. */
static bool read_number(int64_t low, int64_t high, int end, int64_t *out)
{
    int c = getchar();
    bool negative = c == '-';
    if (negative)
        c = getchar();
    int64_t magnitude = 0;
    int digits = 0;
    int first = c;
    for (; c >= '0' && c <= '9' && digits < MAX_DIGITS; c = getchar()) {
        magnitude = magnitude * 10 + (c - '0');
        digits++;
    }
    if (digits == 0 || c != end)
        return false;
    if (first == '0' && (digits > 1 || negative))
        return false;
    int64_t value = negative ? -magnitude : magnitude;
    if (value < low || value > high)
        return false;
    *out = value;
    return true;
}

int main(void)
{
    int64_t n;
    int64_t value;
    if (!read_number(0, MAX_N, '\n', &n))
        return reject("the first line is not an n in range");
    for (int64_t i = 0; i < n; i++) {
        if (!read_number(INT32_MIN, INT32_MAX, i + 1 < n ? ' ' : '\n', &value))
            return reject("the second line does not have n numbers in range");
    }
    if (n == 0 && getchar() != '\n')
        return reject("the second line must be empty when n is 0");
    if (getchar() != EOF)
        return reject("there is more after the second line");
    return VALID;
}
