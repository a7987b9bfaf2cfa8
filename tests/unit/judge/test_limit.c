/* test_limit.c - time limits by hand calculation. */
#include "grader/judge/limit.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

/* Times in milliseconds; 0 ends a list. */
struct row {
    uint64_t lower[3], upper[3];
    double ac, tle;
    uint64_t resolution, limit; /* limit 0: there is none */
};

static size_t in_us(const uint64_t list[3], uint64_t out[3])
{
    size_t count = 0;
    for (; count < 3 && list[count]; count++)
        out[count] = list[count] * 1000;
    return count;
}

static bool limit_of(const struct row *row, uint64_t *out, struct err *err)
{
    uint64_t lower[3], upper[3];
    struct limit_times times = { .lower_us = lower, .upper_us = upper };
    times.lower_count = in_us(row->lower, lower);
    times.upper_count = in_us(row->upper, upper);
    struct package_limits limits = { .ac_to_time_limit = row->ac,
                                     .time_limit_to_tle = row->tle,
                                     .time_resolution_us = row->resolution * 1000 };
    return limit_from_times(&times, &limits, out, err);
}

Test(limit, is_the_smallest_multiple_that_leaves_both_margins)
{
    static const struct row rows[] = {
        { { 1 }, { 0 }, 2, 1.5, 1000, 1000 },             /* 2 ms: one multiple at least */
        { { 500 }, { 0 }, 2, 1.5, 1000, 1000 },           /* 1 s exactly */
        { { 501 }, { 0 }, 2, 1.5, 1000, 2000 },           /* 1002 ms */
        { { 100, 700, 300 }, { 0 }, 2, 1.5, 1000, 2000 }, /* the slowest: 1400 ms */
        { { 700 }, { 3000 }, 2, 1.5, 1000, 2000 },        /* 2000 * 1.5 = 3000: just fits */
        { { 700 }, { 2999 }, 2, 1.5, 1000, 0 },           /* and now does not */
        { { 700 }, { 9000, 2100 }, 2, 1.5, 100, 1400 },   /* the fastest: 1400 * 1.5 = 2100 */
        { { 700 }, { 2100 }, 2, 1.5, 1000, 0 },           /* a finer resolution would do */
        { { 10000 }, { 0 }, 1.1, 1.5, 1000, 11000 },      /* 1.1 has no exact double */
        { { 300 }, { 0 }, 1.1, 1, 110, 330 },             /* likewise */
        { { 700 }, { 770 }, 1.1, 1, 10, 770 },            /* all three meet */
        { { 1000 }, { 0 }, 1, 1, 1, 1000 },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        uint64_t limit_us = 77;
        struct err err = { 0 };
        bool made = limit_of(&rows[i], &limit_us, &err);
        cr_expect(made == (rows[i].limit > 0), "row %zu: %s", i, err.text);
        cr_expect(eq(u64, limit_us, made ? rows[i].limit * 1000 : 77), "row %zu", i);
        cr_expect(made || err.kind == ERR_INPUT, "row %zu", i);
    }
}

Test(limit, says_with_figures_why_there_is_none)
{
    static const struct row row = { { 700 }, { 2100 }, 2, 1.5, 1000, 0 };
    uint64_t limit_us;
    struct err err = { 0 };
    cr_assert(not(limit_of(&row, &limit_us, &err)));
    cr_expect_str_eq(err.text,
                     "cannot set a time limit: the slowest accepted submission needs 0.7 s, which "
                     "asks for at least 2 s, but a submission that must be too slow needs only "
                     "2.1 s, which allows at most 1.4 s");
}

Test(limit, needs_a_submission_that_bounds_it_from_below)
{
    static const struct row row = { { 0 }, { 2100 }, 2, 1.5, 1000, 0 };
    uint64_t limit_us;
    struct err err = { 0 };
    cr_assert(not(limit_of(&row, &limit_us, &err)));
    cr_expect(strstr(err.text, "no submission bounds it from below") != NULL);
}

Test(limit, refuses_what_no_clock_can_hold)
{
    uint64_t endless = UINT64_MAX / 2, limit_us;
    struct limit_times times = { .lower_us = &endless, .lower_count = 1 };
    struct package_limits limits = { .ac_to_time_limit = 1e9,
                                     .time_limit_to_tle = 1,
                                     .time_resolution_us = 1000000 };
    struct err err = { 0 };
    cr_assert(not(limit_from_times(&times, &limits, &limit_us, &err)));
    cr_expect(err.kind == ERR_INPUT);
}
