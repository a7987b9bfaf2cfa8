/* num.c - numbers from text, all checked. */
#include "grader/base/num.h"

#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool num_u64(struct str text, uint64_t least, uint64_t most, uint64_t *out)
{
    assert(least <= most && out);
    if (text.length == 0 || text.length > 20)
        return false;
    uint64_t value = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c < '0' || c > '9' || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, (uint64_t)(c - '0'), &value))
            return false;
    }
    if (value < least || value > most)
        return false;
    *out = value;
    return true;
}

bool num_i64(struct str text, int64_t least, int64_t most, int64_t *out)
{
    assert(least <= most && out);
    bool minus = text.length > 0 && text.at[0] == '-';
    uint64_t magnitude;
    struct str digits = minus ? (struct str){ text.at + 1, text.length - 1 } : text;
    if (!num_u64(digits, 0, (uint64_t)INT64_MAX + (minus ? 1 : 0), &magnitude))
        return false;
    int64_t value = minus ? (int64_t)(0 - magnitude) : (int64_t)magnitude;
    if (value < least || value > most)
        return false;
    *out = value;
    return true;
}

static size_t skip_digits(struct str text, size_t at)
{
    while (at < text.length && text.at[at] >= '0' && text.at[at] <= '9')
        at++;
    return at;
}

/* [+-] (digits [. digits*] | . digits) [eE [+-] digits], the whole text. */
static bool looks_decimal(struct str text)
{
    size_t at = 0;
    if (at < text.length && (text.at[at] == '+' || text.at[at] == '-'))
        at++;
    size_t end = skip_digits(text, at);
    size_t digits = end - at;
    at = end;
    if (at < text.length && text.at[at] == '.') {
        end = skip_digits(text, at + 1);
        digits += end - at - 1;
        at = end;
    }
    if (digits == 0)
        return false;
    if (at < text.length && (text.at[at] == 'e' || text.at[at] == 'E')) {
        at++;
        if (at < text.length && (text.at[at] == '+' || text.at[at] == '-'))
            at++;
        end = skip_digits(text, at);
        if (end == at)
            return false;
        at = end;
    }
    return at == text.length;
}

/* strtod in the C locale, made once and kept for the life of the process. */
static locale_t c_locale(void)
{
    static locale_t locale;
    if (!locale)
        locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    assert(locale);
    return locale;
}

enum { LONGEST = 4096 }; /* longer numerals are no numbers anybody meant */

/* The whole text, which holds no NUL and no blank in front. */
static bool to_double(struct str text, double *out)
{
    char copy[LONGEST];
    memcpy(copy, text.at, text.length);
    copy[text.length] = '\0';
    char *end;
    double value = strtod_l(copy, &end, c_locale());
    if (*end != '\0' || !isfinite(value))
        return false;
    *out = value;
    return true;
}

bool num_double(struct str text, double *out)
{
    assert(out);
    return text.length < LONGEST && looks_decimal(text) && to_double(text, out);
}

/* [+-] 0x and something: strtod knows the rest. */
static bool starts_as_hex(struct str text)
{
    size_t at = text.length > 0 && (text.at[0] == '+' || text.at[0] == '-');
    return text.length > at + 2 && text.at[at] == '0' && (text.at[at + 1] | 0x20) == 'x' &&
           !memchr(text.at, '\0', text.length);
}

bool num_double_of_c(struct str text, double *out)
{
    assert(out);
    return num_double(text, out) ||
           (text.length < LONGEST && starts_as_hex(text) && to_double(text, out));
}
