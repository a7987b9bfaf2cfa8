/* test_quality_score.c - from what was found to shares: lines with corners, functions by their
 * lines, and what can't be measured costs nothing. */
#include "grader/rubric/quality_score.h"

#include <criterion/criterion.h>
#include <string.h>

#include "grader/rubric/rubric_load.h"

static struct arena arena;
static struct rubric rubric;
static struct report_dimension *rows;
static size_t count;

static void set_up(void)
{
    struct err err = { 0 };
    cr_assert(rubric_load(TREE "/rubrics/interview.json", &arena, &rubric, &err), "%s", err.text);
}
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(quality_score, .init = set_up, .fini = tear_down);

static struct quality inspected(void)
{
    return (struct quality){ .passes = { { "libclang", NULL, 0 }, { "gcc", NULL, 0 } },
                             .pass_count = 2 };
}

static const struct report_dimension *score(const struct quality *quality,
                                            enum quality_dimension dimension)
{
    quality_score(&rubric, quality, &arena, &rows, &count);
    for (size_t i = 0; i < count; i++)
        if (rows[i].dimension == dimension)
            return &rows[i];
    cr_assert_fail("no such dimension");
    return NULL;
}

Test(quality_score, the_first_memory_error_costs_half)
{
    struct quality quality = inspected();
    static const char *tools[] = { "gcc" };
    struct quality_finding findings[3];
    for (size_t i = 0; i < 3; i++)
        findings[i] = (struct quality_finding){ .file = "a.c",
                                                .line = 7,
                                                .rule = "double-free",
                                                .dimension = QUALITY_MEMORY,
                                                .kind = QUALITY_ESSENTIAL,
                                                .tools = tools,
                                                .tool_count = 1 };
    static const double shares[] = { 1, 0.5, 0.25, 0 };
    quality.findings = findings;
    for (size_t i = 0; i < 4; i++) {
        quality.finding_count = i;
        cr_expect_float_eq(score(&quality, QUALITY_MEMORY)->share, shares[i], 1e-9);
    }
    cr_expect(strstr(score(&quality, QUALITY_MEMORY)->reason, "a.c:7 double-free (gcc)"));
}

/* 10 lines at share 1 and 30 lines at cognitive complexity 16: (25-16)/(25-7) = 1/2. */
Test(quality_score, functions_count_by_their_lines)
{
    struct quality quality = inspected();
    struct quality_function functions[] = { { "a.c", 1, "good", 7, 1, 10, 3, 4 },
                                            { "a.c", 20, "hard", 16, 9, 30, 3, 4 } };
    quality.functions = functions;
    quality.function_count = 2;
    const struct report_dimension *row = score(&quality, QUALITY_STRUCTURE);
    cr_expect_float_eq(row->share, (10 + 30 * 0.5) / 40, 1e-9);
    cr_expect(strstr(row->reason, "a.c:20 hard has cognitive complexity 16"));
}

Test(quality_score, what_a_function_has_too_much_of_is_said_in_words)
{
    static const char *const words[] = { "a.c:1 long has 90 lines", "a.c:100 deep has 4 levels of",
                                         "a.c:200 wide has 6 parameters" };
    struct quality quality = inspected();
    struct quality_function functions[] = { { "a.c", 1, "long", 1, 1, 90, 1, 1 },
                                            { "a.c", 100, "deep", 1, 1, 9, 4, 1 },
                                            { "a.c", 200, "wide", 1, 1, 9, 1, 6 } };
    quality.functions = functions;
    quality.function_count = COUNT_OF(functions);
    const char *reason = score(&quality, QUALITY_STRUCTURE)->reason;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        cr_expect(strstr(reason, words[i]), "%s: %s", words[i], reason);
}

Test(quality_score, half_the_calls_unchecked_costs_all_of_it)
{
    struct quality quality = inspected();
    quality.calls_to_check = 4;
    quality.calls_unchecked = 1;
    cr_expect_float_eq(score(&quality, QUALITY_ERRORS)->share, 0.5, 1e-9);
    quality.calls_unchecked = 2;
    cr_expect_float_eq(score(&quality, QUALITY_ERRORS)->share, 0, 1e-9);
}

Test(quality_score, without_a_tool_nothing_is_measured_and_nothing_is_lost)
{
    struct quality quality = inspected();
    double share;
    quality.passes[0].not_analysed = "libclang is not installed";
    cr_expect_not(score(&quality, QUALITY_STRUCTURE)->is_measured);
    cr_expect_not(quality_share(rows, count, "structure", &share));
    cr_expect(quality_share(rows, count, "memory", &share) && share == 1);
    quality.passes[1].not_analysed = "gcc is not installed";
    score(&quality, QUALITY_MEMORY);
    cr_expect_not(quality_share(rows, count, NULL, &share));
}

/* memory 0.5 of weight 30, the five others 1 of 65. */
Test(quality_score, all_dimensions_by_their_weights)
{
    struct quality quality = inspected();
    struct quality_finding finding = {
        .file = "a.c", .rule = "leak", .dimension = QUALITY_MEMORY, .kind = QUALITY_ESSENTIAL
    };
    double share;
    struct quality_function function = { "a.c", 1, "f", 0, 1, 3, 0, 0 };
    quality.functions = &function;
    quality.function_count = 1;
    quality.findings = &finding;
    quality.finding_count = 1;
    score(&quality, QUALITY_MEMORY);
    cr_assert(quality_share(rows, count, NULL, &share));
    cr_expect_float_eq(share, (30 * 0.5 + 65) / 95, 1e-9);
}

Test(quality_score, mistakes_in_the_key_quality_have_one_clear_line)
{
    static const struct {
        const char *quality, *complaint;
    } mistakes[] = {
        { "[]", "quality must have 1 to 7 dimensions" },
        { "[{\"dimension\": \"beauty\", \"weight\": 1, \"measures\": []}]",
          "quality[0].dimension must be one of \"memory\"" },
        { "[{\"dimension\": \"memory\", \"weight\": 1, \"measures\": [{\"of\": \"findings\", "
          "\"line\": [{\"at\": 0, \"pays\": 0}, {\"at\": 1, \"pays\": 1}]}]}]",
          "worse code can't be worth more" },
        { "[{\"dimension\": \"memory\", \"weight\": 1, \"measures\": [{\"of\": \"nesting\", "
          "\"essential\": 1, \"line\": [{\"at\": 0, \"pays\": 1}, {\"at\": 1, \"pays\": 0}]}]}]",
          "goes only with the measure \"findings\"" },
    };
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        struct err err = { 0 };
        const char *text = arena_printf(
            &arena,
            "{\"id\": \"r\", \"title\": \"t\", \"pass_percent\": 70, \"show_remarks\": 3, "
            "\"show_cases\": 3, \"solution_roots\": [\"\"], \"criteria\": [], \"quality\": %s}",
            mistakes[i].quality);
        cr_assert_not(rubric_parse("r.json", str_of(text), &arena, &rubric, &err));
        cr_expect(strstr(err.text, mistakes[i].complaint), "%s", err.text);
    }
}
