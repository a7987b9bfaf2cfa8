/* test_plot.c - the drawing of a curve: what is in it, and that nothing breaks it. */
#include "grader/report/plot.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grader/report/disclose.h"
#include "tests/support/report_sample.h"

static struct arena arena;
static struct buf out;

static void begin(void)
{
    buf_init(&out, 1 << 20);
}
static void end(void)
{
    buf_release(&out);
    arena_release(&arena);
}
TestSuite(plot, .init = begin, .fini = end);

static struct report_curve *slow(void)
{
    return &report_growth_of(report_sample_growth(&arena, true), &arena)->curves[GROWTH_TIME];
}

static size_t count(const char *what)
{
    size_t found = 0;
    for (const char *at = buf_text(&out); (at = strstr(at, what)); at++)
        found++;
    return found;
}

Test(plot, has_points_fit_requirement_and_reference)
{
    cr_assert(plot_curve(slow(), "units of work", &out));
    cr_expect(count("class=\"dot\"") == 8);
    cr_expect(count("class=\"fit\"") == 2, "a line and its entry in the legend");
    cr_expect(count("class=\"need\"") == 2);
    cr_expect(count("class=\"ref\"") == 2);
    cr_expect(strstr(buf_text(&out), "asked for: n log n</text>"));
    cr_expect(strstr(buf_text(&out), "this solution: n^2</text>"));
}

Test(plot, says_the_same_in_words)
{
    cr_assert(plot_curve(slow(), "units of work", &out));
    cr_expect(strstr(buf_text(&out),
                     "aria-label=\"Plot of units of work by n, both axes logarithmic. Measured: "
                     "4352 at n = 64, "));
    cr_expect(strstr(buf_text(&out), "That grows as n^2; asked for is n log n.\""));
}

/* The last point of the path of a class, in the drawing's units. */
static void last_of(const char *class, double *x, double *y)
{
    char open[64];
    snprintf(open, sizeof open, "<path class=\"%s\" fill=\"none\" stroke-dasharray", class);
    const char *path = strstr(buf_text(&out), open);
    cr_assert(path);
    const char *end = strchr(strstr(path, "d=\"") + 3, '"'), *at = end;
    while (at[-1] != 'L')
        at--;
    cr_assert(sscanf(at, "%lf %lf", x, y) == 2);
}

/* n^2 beside n log n from the same first point: the required line ends lower, by the distance of
 * both at the largest size; the fit ends at the last point. */
Test(plot, the_lines_end_where_their_classes_are)
{
    double fit_x, fit_y, need_x, need_y, x = 0, y = 0;
    cr_assert(plot_curve(slow(), "units of work", &out));
    last_of("fit", &fit_x, &fit_y);
    last_of("need", &need_x, &need_y);
    const char *dot = buf_text(&out);
    for (const char *next = dot; (next = strstr(next + 1, "<circle"));)
        dot = next;
    cr_assert(sscanf(dot, "<circle class=\"dot\" cx=\"%lf\" cy=\"%lf\"", &x, &y) == 2);
    cr_expect(fit_x == x && fabs(fit_y - y) <= 1, "%f %f, not %f %f", fit_x, fit_y, x, y);
    cr_expect(need_x == x && need_y > y + 20);
}

/* A class that hardly moves is not blown up to fill the drawing. */
Test(plot, a_flat_curve_looks_flat)
{
    struct report_curve curve =
        report_growth_of(report_sample_growth(&arena, false), &arena)->curves[GROWTH_TIME];
    double first = 0, last = 0;
    cr_assert(plot_curve(&curve, "units", &out));
    const char *dot = strstr(buf_text(&out), "<circle");
    cr_assert(sscanf(strstr(dot, "cy="), "cy=\"%lf\"", &first) == 1);
    for (const char *next = dot; (next = strstr(next + 1, "<circle"));)
        dot = next;
    cr_assert(sscanf(strstr(dot, "cy="), "cy=\"%lf\"", &last) == 1);
    cr_expect(fabs(first - last) < 30, "%f to %f", first, last);
}

Test(plot, nothing_is_drawn_of_less_than_two_sizes)
{
    struct report_curve curve = *slow();
    curve.point_count = 1;
    cr_expect(!plot_curve(&curve, "units", &out));
    curve.point_count = 8;
    for (size_t i = 0; i < 8; i++)
        curve.points[i].n = 64;
    cr_expect(!plot_curve(&curve, "units", &out));
    cr_expect(out.length == 0);
}

Test(plot, odd_numbers_are_left_out)
{
    static const double odd[] = { 0, -1, (double)INFINITY, (double)NAN, 1e300 };
    for (size_t i = 0; i < COUNT_OF(odd); i++)
        for (size_t k = 0; k < GROWTH_CLASS_COUNT; k++) {
            struct report_curve curve = *slow();
            buf_clear(&out);
            curve.class = (enum growth_class)k;
            curve.required = growth_class_name(curve.class);
            curve.points[3].cost = odd[i];
            curve.points[5].n = odd[i];
            curve.reference[0].n = odd[i];
            cr_assert(plot_curve(&curve, "<units>", &out));
            cr_expect(!strstr(buf_text(&out), "nan") && !strstr(buf_text(&out), "inf"));
            cr_expect(!strstr(buf_text(&out), "-2147483648"));
        }
}
