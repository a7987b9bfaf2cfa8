/* test_suspicion.c - honest and dishonest series, and sources, made by hand. */
#include "grader/growth/suspicion.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <math.h>
#include <string.h>

enum { SIZES = 8 };

static struct arena arena;
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(suspicion, .fini = tear_down);

/* Sizes 64 … 8192; units and nanoseconds a unit as powers of n; a start-up of 500 us. */
static struct lab_series series(double units, double exponent, double ns, double ns_exponent)
{
    struct lab_series made = { .count = SIZES, .stopped = "" };
    for (int i = 0; i < SIZES; i++) {
        double n = 64 << i, all = units * pow(n, exponent);
        made.work[i] =
            (struct lab_work){ n, all, (uint64_t)all,
                               (uint64_t)(500 + all * ns * pow(n / 64, ns_exponent) / 1000), 0 };
    }
    return made;
}

static const char *of(struct lab_series made, const struct lab_series *reference)
{
    return suspicion_of_time(&made, reference, &arena);
}

Test(suspicion, leaves_honest_programs_alone)
{
    cr_expect(eq(str, (char *)of(series(10, 1, 2, 0), NULL), ""));
    cr_expect(eq(str, (char *)of(series(10, 1, 47, 0), NULL), ""));
    cr_expect(eq(str, (char *)of(series(1, 2, 1, 0.3), NULL), "")); /* caches: 1.9-fold over 8 n */
    cr_expect(eq(str, (char *)of(series(1, 2, 0.01, 0), NULL), ""));
}

Test(suspicion, says_nothing_of_what_is_too_short_to_time)
{
    cr_expect(eq(str, (char *)of(series(1, 0, 1000, 0), NULL), ""));
}

Test(suspicion, sees_work_that_is_not_counted)
{
    /* 3 units, and 20 ns for each element squared: at 8192 more than a second */
    struct lab_series made = series(3, 0, 20.0 * 64 * 64 / 3, 2);
    cr_expect(strstr(of(made, NULL), "not counted") != NULL);
    cr_expect(strstr(of(series(300, 1, 20, 1), NULL), "not counted") != NULL);
}

Test(suspicion, sees_counts_that_no_machine_can_reach)
{
    cr_expect(strstr(of(series(1e5, 2, 0.001, 0), NULL), "more is counted") != NULL);
}

/* A binary search behind a driver that reads n numbers: the reference takes as long. */
Test(suspicion, takes_the_drivers_work_from_the_reference)
{
    struct lab_series reference = series(1, 1, 2000, 0);
    struct lab_series made = reference;
    for (int i = 0; i < SIZES; i++)
        made.work[i].all_units = 20;
    cr_expect(strstr(of(made, NULL), "not counted") != NULL);
    cr_expect(eq(str, (char *)of(made, &reference), ""));
}

/* The same without a reference: what the driver read stands for its work. */
Test(suspicion, takes_the_drivers_work_from_what_it_read)
{
    struct lab_series made = series(1, 1, 2000, 0);
    for (int i = 0; i < SIZES; i++) {
        made.work[i].driver_bytes = made.work[i].all_units * 100;
        made.work[i].all_units = 20;
    }
    cr_expect(eq(str, (char *)of(made, NULL), ""));
    made = series(1, 2, 500, 0); /* n² beside a driver that reads n */
    for (int i = 0; i < SIZES; i++) {
        made.work[i].driver_bytes = (uint64_t)(made.work[i].n * 10);
        made.work[i].all_units = 20;
    }
    cr_expect(strstr(of(made, NULL), "not counted") != NULL);
}
