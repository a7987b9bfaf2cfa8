/* test_near.c - when a run near the limit is repeated, and which verdict holds. */
#include "grader/judge/near.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"

enum { LIMIT_US = 1000000 };

/* Runs as text: a letter of the verdict and the CPU time in milliseconds, "A900 T1100". */
static size_t read_runs(const char *text, struct near_run runs[NEAR_RUNS_MAX])
{
    static const char letters[VERDICT_COUNT + 1] = "-AWTMORSCJ";
    size_t count = 0;
    while (*text) {
        const char *letter = strchr(letters, *text);
        cr_assert(letter && count < NEAR_RUNS_MAX);
        runs[count].verdict = (enum verdict)(letter - letters);
        char *end;
        runs[count++].cpu_us = strtoul(text + 1, &end, 10) * 1000;
        text = *end ? end + 1 : end;
    }
    return count;
}

struct row {
    const char *runs;
    bool is_final, borderline;
    size_t speaker; /* when final */
};

static void check(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct near_run runs[NEAR_RUNS_MAX];
        struct near_decision got = near_decide(runs, read_runs(rows[i].runs, runs), LIMIT_US);
        cr_expect(got.is_final == rows[i].is_final, "%s: final", rows[i].runs);
        cr_expect(got.borderline == rows[i].borderline, "%s: borderline", rows[i].runs);
        cr_expect(got.speaker == rows[i].speaker || got.is_final == false, "%s: speaker %zu",
                  rows[i].runs, got.speaker);
    }
}

/* The band of a limit of 1 s: 850 … 1150 ms. */
Test(near, one_run_far_from_the_limit_is_enough)
{
    static const struct row rows[] = {
        { "A1", true, false, 0 },   { "A849", true, false, 0 },  { "W849", true, false, 0 },
        { "R100", true, false, 0 }, { "T1151", true, false, 0 }, { "T9999", true, false, 0 },
        { "T10", true, false, 0 }, /* idle: wall time, not CPU time */
    };
    check(rows, COUNT_OF(rows));
}

Test(near, verdicts_that_time_cannot_change_are_final)
{
    static const struct row rows[] = {
        { "M1000", true, false, 0 },
        { "O1000", true, false, 0 },
        { "S1000", true, false, 0 },
        { "J1000", true, false, 0 },
    };
    check(rows, COUNT_OF(rows));
}

Test(near, three_of_at_most_five_runs_must_agree)
{
    static const struct row rows[] = {
        { "A850", false, true, 0 },
        { "A1000", false, true, 0 },
        { "T1001", false, true, 0 },
        { "T1150", false, true, 0 },
        { "W900", false, true, 0 },
        { "R900", false, true, 0 },
        { "A900 A900", false, true, 0 },
        { "A900 A900 A900", true, true, 0 },
        { "A900 T1100 A900", false, true, 0 },
        { "A900 T1100 A900 A900", true, true, 0 },
        { "A900 T1100 T1100 A900", false, true, 0 },
        { "A900 T1100 T1100 A900 T1100", true, true, 1 },
        { "T1100 A900 T1100 T1100", true, true, 0 },
        { "A900 T1200 T1200 T1200", true, true, 1 }, /* far ones count as well */
    };
    check(rows, COUNT_OF(rows));
}

Test(near, without_agreement_the_most_frequent_holds_and_the_earlier_of_equals)
{
    static const struct row rows[] = {
        { "A900 T1100 A900 T1100 W900", true, true, 0 },
        { "W900 T1100 A900 T1100 A900", true, true, 1 },
        { "W900 A900 T1100 A900 R900", true, true, 1 },
    };
    check(rows, COUNT_OF(rows));
}

Test(near, kills_just_above_the_band)
{
    cr_expect(eq(u64, near_kill_us(1000000), 1152000));
    cr_expect(eq(u64, near_kill_us(1), 2001));
    cr_expect(eq(u64, near_kill_us(199), 199 + 29 + 2000)); /* 15 % of 199 is 29.85 */
    cr_expect(eq(u64, near_kill_us(1ULL << 50), (1ULL << 50) + 168884986026393ULL + 2000));
}
