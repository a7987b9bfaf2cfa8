/* test_disclose_growth.c - a measurement as a report has it: all of it, and no NULL among texts. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/report/disclose.h"
#include "tests/support/report_sample.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}
TestSuite(disclose_growth, .fini = release);

Test(disclose_growth, nothing_stays_nothing)
{
    cr_expect_null(report_growth_of(NULL, &arena));
}

Test(disclose_growth, everything_is_copied)
{
    const struct growth *growth = report_sample_growth(&arena, true);
    const struct report_growth *out = report_growth_of(growth, &arena);
    const struct report_curve *time = &out->curves[GROWTH_TIME];
    cr_assert_eq(out->curve_count, GROWTH_RESOURCE_COUNT);
    cr_expect(time->point_count == 8 && time->reference_count == 8);
    cr_expect(memcmp(time->points, growth->curves[GROWTH_TIME].points, 8 * sizeof *time->points) ==
              0);
    cr_expect(time->points != growth->curves[GROWTH_TIME].points, "a copy of its own");
    cr_expect(time->class == GROWTH_N_2 && time->candidate_count == 1);
    cr_expect_str_eq(time->candidates[0], "n^2");
    cr_expect(!time->met && time->steps == 2 && time->reference_multiple == 94.5);
    cr_expect_str_eq(out->stopped, "at n = 16384: cpu limit");
    cr_expect(out->line_count == 3 && out->lines[0].line == 7);
    cr_expect(out->unexecuted_count == 1 && out->unexecuted[0].last == 9);
    cr_expect_str_eq(out->blind_spots[0], "qsort_r");
}

Test(disclose_growth, what_was_not_measured_has_its_reason_and_no_verdict)
{
    struct growth growth = { .not_measured = "no clang", .stopped = "", .suspicion = "" };
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        growth.curves[i].not_measured = "no clang";
    growth.curves[GROWTH_TIME].required = "n";
    growth.curves[GROWTH_TIME].distance.met = true; /* means nothing */
    const struct report_growth *out = report_growth_of(&growth, &arena);
    cr_expect_str_eq(out->not_measured, "no clang");
    cr_expect_str_eq(out->curves[GROWTH_TIME].required, "n");
    cr_expect(!out->curves[GROWTH_TIME].met && !out->curves[GROWTH_TIME].has_fit);
    cr_expect_str_eq(out->curves[GROWTH_HEAP].required, "");
}
