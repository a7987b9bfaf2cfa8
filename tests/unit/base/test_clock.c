/* test_clock.c - the two clocks. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/clock.h"

Test(clock, goes_only_forward)
{
    uint64_t last = clock_us();
    for (int i = 0; i < 10000; i++) {
        uint64_t now = clock_us();
        cr_assert(now >= last);
        last = now;
    }
}

/* Known instants: POSIX's epoch, the end of a 32-bit time, leap days, the first and last years. */
Test(clock, writes_times_as_people_read_them)
{
    static const struct {
        int64_t epoch_s;
        const char *text;
    } cases[] = {
        { 0, "1970-01-01 00:00 UTC" },
        { -1, "1969-12-31 23:59 UTC" },
        { INT64_C(2147483648), "2038-01-19 03:14 UTC" },
        { 951782400, "2000-02-29 00:00 UTC" },
        { INT64_C(4107542400), "2100-03-01 00:00 UTC" },
        { INT64_C(253402300799), "9999-12-31 23:59 UTC" },
        { INT64_C(253402300800), "unknown time" },
        { INT64_C(-62135596800), "0001-01-01 00:00 UTC" },
        { INT64_C(-62135596801), "unknown time" },
        { INT64_MAX, "unknown time" },
        { INT64_MIN, "unknown time" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char text[CLOCK_TEXT_MAX];
        clock_text(cases[i].epoch_s, text);
        cr_expect_str_eq(text, cases[i].text);
    }
}

Test(clock, does_not_listen_to_the_time_zone)
{
    setenv("TZ", "Pacific/Kiritimati", 1);
    char text[CLOCK_TEXT_MAX];
    clock_text(0, text);
    cr_expect_str_eq(text, "1970-01-01 00:00 UTC");
    cr_expect(clock_epoch_s() > 1700000000);
}
