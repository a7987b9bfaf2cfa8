/* test_growth.c - where most of the work is done, and classes as functions. */
#include "grader/model/growth.h"

#include <assert.h>
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "grader/base/attr.h"

Test(growth_model, the_hottest_lines_are_neighbours_of_one_class)
{
    static const struct growth_line lines[] = {
        { .file = "a.c", .line = 11, .class = GROWTH_N_2, .share = 0.5 },
        { .file = "a.c", .line = 14, .class = GROWTH_N_2, .share = 0.2 },
        { .file = "a.c", .line = 12, .class = GROWTH_N_2, .share = 0.1 },
        { .file = "a.c", .line = 10, .class = GROWTH_N, .share = 0.1 },
        { .file = "b.c", .line = 13, .class = GROWTH_N_2, .share = 0.05 },
        { .file = "a.c", .line = 40, .class = GROWTH_N_2, .share = 0.05 },
    };
    struct growth_span span;
    cr_assert(growth_hottest(lines, COUNT_OF(lines), &span));
    cr_expect_str_eq(span.file, "a.c");
    cr_expect(span.first == 11 && span.last == 14, "%u to %u", span.first, span.last);
    cr_expect(span.class == GROWTH_N_2);
    cr_expect(fabs(span.share - 0.8) < 1e-12, "%g", span.share);
}

Test(growth_model, with_two_parameters_neighbours_have_one_pace)
{
    static const struct growth_line lines[] = {
        { .file = "a.c", .line = 4, .pace = PACE_N, .excess_exponent = 0.98, .share = 0.7 },
        { .file = "a.c", .line = 5, .pace = PACE_N, .excess_exponent = 0.97, .share = 0.2 },
        { .file = "a.c", .line = 6, .pace = PACE_WITHIN, .share = 0.1 },
    };
    struct growth_span span;
    cr_assert(growth_hottest(lines, COUNT_OF(lines), &span));
    cr_expect(span.first == 4 && span.last == 5 && span.pace == PACE_N);
    cr_expect(fabs(span.excess_exponent - 0.98) < 1e-12);
}

Test(growth_model, the_hottest_of_one_line_or_none)
{
    static const struct growth_line line = {
        .file = "a.c", .line = 1, .class = GROWTH_1, .share = 1
    };
    struct growth_span span = { .first = 77 };
    cr_expect(!growth_hottest(NULL, 0, &span) && span.first == 77);
    cr_assert(growth_hottest(&line, 1, &span));
    cr_expect(span.first == 1 && span.last == 1 && span.share == 1);
}

/* By hand at n = 16: log n is 4. */
Test(growth_model, classes_are_functions)
{
    static const struct {
        enum growth_class class;
        double value;
    } rows[] = {
        { GROWTH_1, 1 },
        { GROWTH_LOG_N, 4 },
        { GROWTH_SQRT_N, 4 },
        { GROWTH_N, 16 },
        { GROWTH_N_LOG_N, 64 },
        { GROWTH_N_1_5, 64 },
        { GROWTH_N_2, 256 },
        { GROWTH_N_2_LOG_N, 1024 },
        { GROWTH_N_3, 4096 },
        { GROWTH_2_TO_N, 65536 },
        { GROWTH_N_FACTORIAL, 20922789888000 },
    };
    static_assert(COUNT_OF(rows) == GROWTH_CLASS_COUNT, "one row per class");
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        cr_expect(fabs(exp(growth_class_log(rows[i].class, 16)) / rows[i].value - 1) < 1e-9, "%s",
                  growth_class_name(rows[i].class));
}
