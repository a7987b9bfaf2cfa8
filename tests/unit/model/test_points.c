/* test_points.c - the one rule by which points are rounded and written. */
#include <criterion/criterion.h>

#include "grader/model/points.h"

Test(points, are_rounded_to_tenths_with_halves_up)
{
    cr_assert_float_eq(points_round(0.1 + 0.2), 0.3, 1e-12);
    cr_assert_float_eq(points_round(33.75), 33.8, 1e-12);
    cr_assert_float_eq(points_round(33.749), 33.7, 1e-12);
    cr_assert_float_eq(points_round(0), 0, 1e-12);
}

Test(points, are_full_only_for_a_full_share)
{
    cr_assert_eq(points_of_share(60, 1), 60);
    cr_assert_float_eq(points_of_share(60, 0.9999), 59.9, 1e-12); /* 59.994 rounds to 60.0 */
    cr_assert_float_eq(points_of_share(45, 2.0 / 3), 30, 1e-12);
    cr_assert_float_eq(points_of_share(45, 0.75), 33.8, 1e-12); /* 33.75 */
    cr_assert_eq(points_of_share(45, 0), 0);
}

Test(points, are_written_without_a_trailing_zero)
{
    char text[POINTS_TEXT_MAX];
    cr_assert_str_eq(points_text(60, text), "60");
    cr_assert_str_eq(points_text(37.5, text), "37.5");
    cr_assert_str_eq(points_text(0.3, text), "0.3");
    cr_assert_str_eq(points_text(-0.5, text), "-0.5");
    cr_assert_str_eq(points_text(-12, text), "-12");
}
