/* test_explain.c - a rubric in words says everything that decides points. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/rubric/explain.h"
#include "grader/rubric/rubric_load.h"

static struct arena arena;
static struct buf text;

static void release(void)
{
    buf_release(&text);
    arena_release(&arena);
}

TestSuite(explain, .fini = release);

static const struct rubric *load(const char *name)
{
    struct rubric *rubric = ARENA_NEW(&arena, struct rubric);
    struct err err = { 0 };
    const char *path = arena_printf(&arena, TREE "/rubrics/%s.json", name);
    cr_assert(rubric_load(path, &arena, rubric, &err), "%s", err.text);
    return rubric;
}

static const char *explained(const struct rubric *rubric, size_t width)
{
    buf_release(&text);
    buf_init(&text, 1 << 20);
    rubric_explain(rubric, width, &text);
    cr_assert(buf_ok(&text));
    return buf_text(&text);
}

Test(explain, says_how_each_criterion_is_paid)
{
    const char *words = explained(load("strict"), 400);
    cr_assert(strstr(words, "85 of 100"));
    cr_assert(strstr(words, "Scale: 0 % of it pays 0 %, 50 % of it pays 20 %, 100 % of it pays"));
    cr_assert(strstr(words, "At most 50 % when a test ends with an error: A program that crashes"));
    cr_assert(strstr(words, "adequate (from 40 %): Right but for a few kinds of input."));
    cr_assert(strstr(words, "weak (below 40 %)"));
    cr_assert(strstr(words, "Only this dimension counts: error handling."));
    cr_assert(strstr(words, "Heap and stack count; the worse decides."));
    cr_assert(strstr(words, "Distance as a multiple of the reference's cost: 0 pays 100 %, 3 pays "
                            "100 %, 10 pays 0 %; in proportion between these"));
    cr_assert(strstr(words, "Paid when it grows as asked; else nothing."));
    cr_assert(strstr(words,
                     "findings (essential counts 1, actionable counts 0.5, informative counts "
                     "0): 0 pays 100 %, 1 pays 20 %, 2 pays 0 %."));
    cr_assert(
        strstr(words, "cognitive complexity: 7 pays 100 %, 20 pays 0 %; a finding from 12 on."));
    cr_assert(strstr(words, "unchecked calls: 0 % pays 100 %, 50 % pays 0 %."));
    words = explained(load("course"), 400);
    cr_assert(strstr(words, "fails its tests is not measured and gets 50 %."));
    cr_assert(strstr(words, "Advice in this rubric's own words"));
}

Test(explain, says_what_a_problem_does_differently)
{
    struct rubric rubric = *load("default");
    struct rubric_change change = { .criterion_id = "complete",
                                    .has_in_force = true,
                                    .in_force = false };
    struct rubric_adjustment adjustment = { .problem_id = "lrucache",
                                            .has_pass_percent = true,
                                            .pass_percent = 55.5,
                                            .changes = &change,
                                            .change_count = 1 };
    rubric.adjustments = &adjustment;
    rubric.adjustment_count = 1;
    const char *words = explained(&rubric, 400);
    cr_assert(strstr(words, "lrucache: passes at 55.5 % of its points (85 in force); complete 15 "
                            "points, not in force"));
    SCOPED_BUF line;
    buf_init(&line, 1000);
    rubric_summarise(&rubric, &line);
    cr_assert_str_eq(buf_text(&line), "5 of 5 criteria in force, 100 of 100 points, bar 70 %, 1 "
                                      "problem with weights or a bar of their own");
}

Test(explain, keeps_to_the_width)
{
    for (size_t width = 1; width < 120; width += 13) {
        const char *words = explained(load("strict"), width);
        for (const char *line = words; *line; line += strcspn(line, "\n") + 1)
            cr_assert_leq(strcspn(line, "\n"), width < 40 ? 40 : width);
    }
}

Test(explain, shows_control_characters_and_does_not_pass_them_on)
{
    struct rubric rubric = *load("default");
    rubric.title = "a\x1b[2J\nb";
    cr_assert(strstr(explained(&rubric, 80), "a\\x1b[2J\\nb [interview]"));
}
