/* test_growth_text.c - a measurement in words for the terminal. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/cli/growth_text.h"
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
TestSuite(growth_text, .init = begin, .fini = end);

static struct report_growth *sample(bool is_slow)
{
    return report_growth_of(report_sample_growth(&arena, is_slow), &arena);
}

Test(growth_text, a_summary_has_class_confidence_distances_and_lines)
{
    growth_text_summarise(&out, sample(true));
    cr_expect_str_eq(buf_text(&out),
                     "time: n^2 (certain); required n log n: not met, 2 steps above it, n^0.86 "
                     "more, 94 times the reference's cost at n = 8192\n"
                     "heap: not measured: it allocates nothing\n"
                     "hottest: main.c lines 6\xe2\x80\x93"
                     "7: n^2, 98 % of the work\n"
                     "static: 760 bytes\n"
                     "stopped: at n = 16384: cpu limit\n"
                     "not counted: the work of qsort_r\n");
}

Test(growth_text, between_two_classes_both_are_named)
{
    growth_text_summarise(&out, sample(false));
    cr_expect(strstr(buf_text(&out), "time: 1 or log n (uncertain), separation 1.5; required 1: "
                                     "met, 1.1 times the reference's cost at n = 8192\n"),
              "%s", buf_text(&out));
}

Test(growth_text, everything_has_the_points_too)
{
    growth_text_put(&out, sample(true));
    cr_expect(strstr(buf_text(&out), "units of work\n        64           4352  \n"));
    cr_expect(strstr(buf_text(&out), "      8192       50495488  ####"));
    cr_expect(strstr(buf_text(&out), "stack: n^2 (certain)\n"), "only a line of what nobody asks");
}

Test(growth_text, says_why_there_is_nothing_and_lets_no_escape_pass)
{
    struct report_growth *growth = sample(true);
    growth->not_measured = "no \x1b[2J clang";
    growth_text_summarise(&out, growth);
    cr_expect_str_eq(buf_text(&out), "growth not measured: no \\x1b[2J clang\n");
    growth->not_measured = "";
    growth->suspicion = "main.c:3: \x1b[2J";
    buf_clear(&out);
    growth_text_put(&out, growth);
    cr_expect(strstr(buf_text(&out), "suspicious, a person should look: main.c:3: \\x1b[2J\n"));
}
