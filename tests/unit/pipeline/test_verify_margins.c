/* test_verify_margins.c - who bounds the time limit, and whether the distance is kept. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/pipeline/verify_work.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(verify_margins, .fini = release);

/* Limit 1 s, twice the accepted, half as much again for the slow: 1.5 s. */
static struct verification with(struct verify_submission *submissions, size_t count,
                                bool is_measured)
{
    for (size_t i = 0; i < count; i++)
        submissions[i].slowest_case =
            submissions[i].slowest_case ? submissions[i].slowest_case : "secret/1";
    return (struct verification){ .time = { .is_known = true,
                                            .limit_us = 1000000,
                                            .limit_is_measured = is_measured,
                                            .high_us = 1500000,
                                            .ac_to_limit = 2,
                                            .limit_to_tle = 1.5 },
                                  .submissions = submissions,
                                  .submission_count = count };
}

static struct verify_part margins(struct verification *v)
{
    struct part part = { .arena = &arena };
    verify_margins(v, &part);
    return part.made;
}

Test(verify_margins, finds_the_slowest_below_and_the_fastest_above)
{
    struct verify_submission all[] = {
        { .name = "accepted/a", .bound = BOUND_LOWER, .slowest_us = 300000 },
        { .name = "accepted/b", .bound = BOUND_LOWER, .slowest_us = 500000 },
        { .name = "accepted/none", .bound = BOUND_LOWER, .slowest_case = "" },
        { .name = "brute_force/x", .bound = BOUND_NONE, .slowest_us = 1 },
        { .name = "time_limit_exceeded/a", .bound = BOUND_UPPER, .slowest_us = 1900000 },
        { .name = "time_limit_exceeded/b",
          .bound = BOUND_UPPER,
          .slowest_us = 1501000,
          .is_cut = true },
    };
    struct verification v = with(all, COUNT_OF(all), true);
    struct verify_part found = margins(&v);
    cr_expect_eq(found.finding_count, 0);
    cr_expect_str_eq(v.time.slowest, "accepted/b");
    cr_expect_eq(v.time.slowest_us, 500000);
    cr_expect_str_eq(v.time.fastest, "time_limit_exceeded/b");
    cr_expect(v.time.fastest_is_cut);
}

static void expect_one(struct verify_submission submission, bool is_measured,
                       enum finding_level level, const char *text)
{
    struct verification v = with(&submission, 1, is_measured);
    struct verify_part found = margins(&v);
    cr_assert_eq(found.finding_count, 1, "%s", text);
    cr_expect_eq(found.findings[0].level, level);
    cr_expect_eq(found.findings[0].area, VERIFY_TIME_LIMIT);
    cr_expect(strstr(found.findings[0].text, text), "%s", found.findings[0].text);
}

Test(verify_margins, who_needs_more_than_the_limit_over_the_multiplier_is_a_warning)
{
    const struct verify_submission slow = { .name = "accepted/a",
                                            .bound = BOUND_LOWER,
                                            .slowest_us = 500001 };
    expect_one(slow, false, FINDING_WARNING, "2 times that is more than the time limit of 1.00 s");
    expect_one(slow, true, FINDING_WARNING, "which is measured from 'accepted' alone");
}

Test(verify_margins, of_many_that_need_too_much_the_slowest_is_named)
{
    struct verify_submission all[] = {
        { .name = "accepted/a", .bound = BOUND_LOWER, .slowest_us = 600000 },
        { .name = "wrong_answer/b", .bound = BOUND_LOWER, .slowest_us = 700000 },
        { .name = "wrong_answer/c", .bound = BOUND_LOWER, .slowest_us = 400000 },
    };
    struct verification v = with(all, COUNT_OF(all), true);
    struct verify_part found = margins(&v);
    cr_assert_eq(found.finding_count, 1);
    cr_expect_str_eq(found.findings[0].place, "submissions/wrong_answer/b");
    cr_expect(strstr(found.findings[0].text, "needs 0.70 s"));
    cr_expect(strstr(found.findings[0].text, "; so do 1 more"));
}

/* The format: with a measured limit "it is an error if no such multiple exists". */
Test(verify_margins, who_is_not_slow_enough_is_an_error_when_the_limit_is_measured)
{
    const struct verify_submission quick = { .name = "time_limit_exceeded/a",
                                             .bound = BOUND_UPPER,
                                             .slowest_us = 1500000 };
    expect_one(quick, true, FINDING_ERROR, "needs only 1.50 s (secret/1)");
    expect_one(quick, false, FINDING_WARNING, "1.5 times the time limit of 1.00 s is 1.50 s");
}

Test(verify_margins, sensitive_and_borderline_are_told)
{
    struct verify_submission one = { .name = "rejected/a", .slowest_us = 1, .sensitive_count = 2 };
    expect_one(one, true, FINDING_WARNING, "2 cases too slow for 1.00 s but not for 1.50 s");
    one = (struct verify_submission){ .name = "rejected/a", .slowest_us = 1, .borderline = true };
    expect_one(one, true, FINDING_WARNING, "borderline");
}

Test(verify_margins, without_a_limit_there_is_nothing_to_keep)
{
    struct verify_submission one = { .name = "accepted/a",
                                     .bound = BOUND_LOWER,
                                     .slowest_us = 5000000 };
    struct verification v = with(&one, 1, true);
    v.time.is_known = false;
    cr_expect_eq(margins(&v).finding_count, 0);
    cr_expect_str_eq(v.time.slowest, "");
}

Test(verify_margins, who_waited_until_the_wall_clock_ended_it_needs_that_long)
{
    struct case_result c = {
        .verdict = VERDICT_TIME_LIMIT, .cpu_us = 1000, .wall_us = 20000000, .is_cut_off = true
    };
    cr_expect_eq(verify_needed_us(&c, 4000000), 20000000);
    c.cpu_us = 4000001; /* its CPU time was over: that the machine was busy says nothing */
    cr_expect_eq(verify_needed_us(&c, 4000000), 4000001);
    c = (struct case_result){ .verdict = VERDICT_ACCEPTED, .cpu_us = 1000, .wall_us = 9000000 };
    cr_expect_eq(verify_needed_us(&c, 4000000), 1000);
}
