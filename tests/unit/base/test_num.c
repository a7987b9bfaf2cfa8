/* test_num.c - numbers from text: what does not parse is an error, never 0. */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/num.h"

Test(num, reads_unsigned_numbers_within_bounds)
{
    static const struct {
        const char *text;
        uint64_t least, most, value;
        bool good;
    } cases[] = {
        { "0", 0, 9, 0, true },
        { "9", 0, 9, 9, true },
        { "10", 0, 9, 0, false },
        { "4", 5, 9, 0, false },
        { "007", 0, 9, 7, true },
        { "18446744073709551615", 0, UINT64_MAX, UINT64_MAX, true },
        { "18446744073709551616", 0, UINT64_MAX, 0, false },
        { "99999999999999999999", 0, UINT64_MAX, 0, false },
        { "000000000000000000001", 0, 9, 0, false }, /* nobody writes 21 digits */
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        uint64_t value = 77;
        bool good = num_u64(str_of(cases[i].text), cases[i].least, cases[i].most, &value);
        cr_expect(good == cases[i].good, "'%s'", cases[i].text);
        cr_expect(value == (good ? cases[i].value : 77), "'%s' gives %" PRIu64, cases[i].text,
                  value);
    }
}

Test(num, refuses_what_strtol_would_take)
{
    static const char *const texts[] = { "",    " 1", "1 ",  "+1",  "-1",  "0x1", "1e3", "1.0",
                                         "abc", "1k", "\t1", "1\n", "--1", "1_0", "١",   "inf" };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        uint64_t value;
        cr_expect(!num_u64(str_of(texts[i]), 0, UINT64_MAX, &value), "'%s'", texts[i]);
    }
    uint64_t value;
    cr_expect(!num_u64((struct str){ "1\0", 2 }, 0, 9, &value), "a NUL");
    cr_expect(num_u64((struct str){ "123", 2 }, 0, 99, &value) && value == 12, "a view");
}

Test(num, reads_signed_numbers_to_both_ends)
{
    static const struct {
        const char *text;
        int64_t value;
        bool good;
    } cases[] = {
        { "-9223372036854775808", INT64_MIN, true },
        { "-9223372036854775809", 0, false },
        { "9223372036854775807", INT64_MAX, true },
        { "9223372036854775808", 0, false },
        { "-0", 0, true },
        { "-", 0, false },
        { "--1", 0, false },
        { "+1", 0, false },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t value = 77;
        bool good = num_i64(str_of(cases[i].text), INT64_MIN, INT64_MAX, &value);
        cr_expect(good == cases[i].good, "'%s'", cases[i].text);
        cr_expect(value == (good ? cases[i].value : 77), "'%s' gives %" PRId64, cases[i].text,
                  value);
    }
    int64_t value;
    cr_expect(!num_i64(str_of("-6"), -5, 5, &value) && num_i64(str_of("-5"), -5, 5, &value));
}

Test(num, what_is_printed_comes_back)
{
    srandom(11);
    for (int i = 0; i < 20000; i++) {
        uint64_t number = ((uint64_t)random() << 33 ^ (uint64_t)random()) >> (random() % 64), back;
        int64_t signed_back;
        char text[32];
        snprintf(text, sizeof text, "%" PRIu64, number);
        cr_assert(num_u64(str_of(text), number, number, &back) && back == number);
        snprintf(text, sizeof text, "%" PRId64, (int64_t)number);
        cr_assert(num_i64(str_of(text), INT64_MIN, INT64_MAX, &signed_back));
        cr_assert(signed_back == (int64_t)number);
    }
}

Test(num, reads_decimal_floating_point)
{
    static const struct {
        const char *text;
        double value;
    } good[] = { { "1", 1 },      { "-1.5", -1.5 }, { "+2.", 2 },
                 { ".25", 0.25 }, { "1e3", 1000 },  { "1E-2", 0.01 },
                 { "0.0e+0", 0 }, { "007.5", 7.5 }, { "1e-999", 0 } };
    static const char *const bad[] = { "",   ".",  "e3",  "1e",    "1e+", "0x1p3", "inf", "nan",
                                       "1 ", " 1", "1,5", "1e999", "--1", "1.2.3", "-",   "1f" };
    double value;
    for (size_t i = 0; i < COUNT_OF(good); i++)
        cr_expect(num_double(str_of(good[i].text), &value) && value == good[i].value, "'%s'",
                  good[i].text);
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        cr_expect(!num_double(str_of(bad[i]), &value), "'%s'", bad[i]);
}

Test(num, a_number_of_c_may_be_hexadecimal)
{
    static const struct {
        const char *text;
        double value;
    } good[] = { { "0x10", 16 }, { "-0X1.8p1", -3 }, { "+0x.8", 0.5 }, { "1e2", 100 } };
    static const char *const bad[] = { "",    "0x",        "0xg", "0x1p", "0x1 ",    " 0x1",
                                       "inf", "0x1p99999", "x1",  "+0x",  "nan(0x1)" };
    double value;
    for (size_t i = 0; i < COUNT_OF(good); i++)
        cr_expect(num_double_of_c(str_of(good[i].text), &value) && value == good[i].value, "'%s'",
                  good[i].text);
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        cr_expect(!num_double_of_c(str_of(bad[i]), &value), "'%s'", bad[i]);
    cr_expect(!num_double_of_c((struct str){ "0x1\0", 4 }, &value));
}

Test(num, a_long_numeral_is_exact_and_an_endless_one_is_none)
{
    static char text[5000];
    memset(text, '0', sizeof text - 1);
    double value;
    text[0] = '1';
    text[1] = '.';
    cr_expect(num_double((struct str){ text, 4000 }, &value) && value == 1);
    cr_expect(!num_double(str_of(text), &value));
}

/* A locale with a decimal comma changes nothing. */
Test(num, does_not_listen_to_the_locale)
{
    static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "C.UTF-8" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        double value;
        setlocale(LC_ALL, names[i]); /* one that is not installed leaves the last */
        cr_expect(num_double(str_of("1.5"), &value) && value == 1.5);
        cr_expect(!num_double(str_of("1,5"), &value));
    }
}
