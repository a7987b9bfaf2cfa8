/* html_tests.c - the tests of one problem on the HTML page: groups, every test, failures shown. */
#include "grader/report/html_tests.h"

#include <string.h>

#include "grader/report/counter_words.h"
#include "grader/report/format.h"
#include "grader/report/group_peak.h"
#include "grader/report/html_exhibit.h"

enum {
    NAME_COLUMNS = 120,
    TEXT_COLUMNS = 1200,
    SQUARES_MAX = 120, /* a group; more are counted */
    CASES_MAX = 400,   /* in the table of all tests */
};

/* --- small pieces -------------------------------------------------------------------------- */

static const char *chip_of(enum verdict verdict)
{
    if (verdict == VERDICT_ACCEPTED)
        return "ok";
    return verdict == VERDICT_NONE ? "off" : "bad";
}

static const char *sign_of(enum verdict verdict)
{
    if (verdict == VERDICT_ACCEPTED)
        return "\xe2\x9c\x93";
    return verdict == VERDICT_NONE ? "\xe2\x80\x93" : "\xc3\x97";
}

void html_verdict(struct page *page, enum verdict verdict, bool in_full)
{
    const char *phrase = verdict == VERDICT_NONE ? "not run" : verdict_phrase(verdict);
    html_put(page, "<span class=\"chip %s\"><span aria-hidden=\"true\">%s</span> ",
             chip_of(verdict), sign_of(verdict));
    if (verdict != VERDICT_NONE)
        html_put(page, "<abbr class=\"code\" title=\"%s\">%s</abbr>", phrase,
                 verdict_code(verdict));
    if (in_full || verdict == VERDICT_NONE)
        html_put(page, " %s", phrase);
    html_put(page, "</span>");
}

/* Always there, empty when there is nothing to tell: whether a run is repeated is measured. */
static void put_repeats(struct page *page, unsigned repeats, const struct report_case *test)
{
    html_put(page, "<small class=\"near\"><span class=\"measured\">");
    if (repeats > 1)
        html_put(page, "borderline: run %u times", repeats);
    if (repeats > 1 && test && test->most_percent > 0)
        html_put(page, ", %u–%u %% of the limit", test->least_percent, test->most_percent);
    html_put(page, "</span></small>");
}

/* --- groups -------------------------------------------------------------------------------- */

static void put_peak(struct page *page, const struct report_problem *problem,
                     const struct group_peak *peak)
{
    char text[FORMAT_TEXT_MAX];
    if (peak->over_time)
        html_put(page, "<td class=\"num\">&gt; <span class=\"measured\">%s</span>",
                 format_duration(problem->time_limit_us, text));
    else if (peak->has_figures)
        html_put(page, "<td class=\"num\"><span class=\"measured\">%s</span>",
                 format_duration(peak->cpu_us, text));
    else
        html_put(page, "<td class=\"num none\">");
    put_repeats(page, peak->repeats, NULL);
    if (peak->over_memory)
        html_put(page, "</td><td class=\"num\">&gt; %s</td>",
                 format_bytes(problem->memory_limit_bytes, text));
    else if (peak->has_figures)
        html_put(page, "</td><td class=\"num\"><span class=\"measured\">%s</span></td>",
                 format_bytes(peak->memory_bytes, text));
    else
        html_put(page, "</td><td class=\"num none\"></td>");
}

static void put_square(struct page *page, const struct report_case *test)
{
    const char *kind = test->verdict == VERDICT_ACCEPTED ? "" : " f";
    const char *sign = test->verdict == VERDICT_ACCEPTED ? "" : "\xc3\x97";
    const char *phrase = verdict_phrase(test->verdict);
    if (test->verdict == VERDICT_NONE) {
        kind = " n";
        sign = "";
        phrase = "not run";
    }
    html_put(page,
             "<li><span class=\"q%s\" role=\"img\" title=\"%.*s: %s\" aria-label=\"%.*s: %s\">"
             "%s</span></li>",
             kind, NAME_COLUMNS, test->name, phrase, NAME_COLUMNS, test->name, phrase, sign);
}

/* Returns whether the group has tests of its own. */
static bool put_squares(struct page *page, const struct report_problem *problem, const char *group)
{
    size_t shown = 0, more = 0;
    for (size_t i = 0; i < problem->case_count; i++) {
        if (strcmp(problem->cases[i].group, group) != 0)
            continue;
        if (shown == 0)
            html_put(page, "<ul class=\"squares\">");
        if (shown < SQUARES_MAX) {
            put_square(page, &problem->cases[i]);
            shown++;
        } else {
            more++;
        }
    }
    if (shown > 0)
        html_put(page, "</ul>");
    if (more > 0)
        html_put(page, "<p class=\"note\">and %zu more</p>", more);
    return shown > 0;
}

static void put_group(struct page *page, const struct report_problem *problem,
                      const struct report_group *group)
{
    struct group_peak peak = group_peak_of(problem, group->name);
    html_put(page, "<tr><th scope=\"row\"><code>%.*s</code></th><td class=\"tests\">", NAME_COLUMNS,
             group->name);
    if (!put_squares(page, problem, group->name))
        html_put(page, "<span class=\"note\">all groups below it</span>");
    html_put(page, "</td><td class=\"num passed\">%zu <span class=\"muted\">of %zu</span></td>",
             group->accepted_count, group->case_count);
    put_peak(page, problem, &peak);
    html_put(page, "<td class=\"verdict\">");
    html_verdict(page, group->verdict, false);
    html_put(page, "</td></tr>\n");
}

static void put_groups(struct page *page, const void *subject)
{
    const struct report_problem *problem = subject;
    html_put(page, "<table class=\"rows groups\"><caption class=\"vh\">Groups of tests: how many "
                   "passed, the most that a test of each took</caption><thead><tr>"
                   "<th scope=\"col\">Group</th><th scope=\"col\">Tests</th>"
                   "<th scope=\"col\" class=\"num\">Passed</th>"
                   "<th scope=\"col\" class=\"num\">Most CPU</th>"
                   "<th scope=\"col\" class=\"num\">Most memory</th>"
                   "<th scope=\"col\">Verdict</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < problem->group_count; i++)
        put_group(page, problem, &problem->groups[i]);
    html_put(page, "</tbody></table>\n");
}

/* --- every test ---------------------------------------------------------------------------- */

static void put_figures(struct page *page, const struct report_problem *problem,
                        const struct report_case *test)
{
    char cpu[FORMAT_TEXT_MAX], memory[FORMAT_TEXT_MAX];
    if (test->has_figures)
        html_put(page,
                 "<td class=\"num\"><span class=\"measured\">%s</span></td>"
                 "<td class=\"num\"><span class=\"measured\">%s</span></td>",
                 format_duration(test->cpu_us, cpu), format_bytes(test->memory_bytes, memory));
    else if (test->verdict == VERDICT_TIME_LIMIT)
        html_put(page, "<td class=\"num\">&gt; <span class=\"measured\">%s</span></td><td></td>",
                 format_duration(problem->time_limit_us, cpu));
    else if (test->verdict == VERDICT_MEMORY_LIMIT)
        html_put(page, "<td></td><td class=\"num\">&gt; %s</td>",
                 format_bytes(problem->memory_limit_bytes, memory));
    else
        html_put(page, "<td></td><td></td>");
}

static void put_case(struct page *page, const struct report_problem *problem,
                     const struct report_case *test)
{
    html_put(page, "<tr><th scope=\"row\"><code>%.*s</code></th><td>", NAME_COLUMNS, test->name);
    html_verdict(page, test->verdict, false);
    html_put(page, "</td>");
    put_figures(page, problem, test);
    bool says_more = strcmp(test->cause, verdict_phrase(test->verdict)) != 0;
    html_put(page, "<td>");
    put_repeats(page, test->repeats, test);
    if (test->cause[0] && says_more)
        html_put(page, "%.*s ", TEXT_COLUMNS, test->cause);
    if (test->hint[0])
        html_put(page, "<span class=\"muted\">Hint: %.*s</span>", TEXT_COLUMNS, test->hint);
    html_put(page, "</td></tr>\n");
}

static void put_cases(struct page *page, const void *subject)
{
    const struct report_problem *problem = subject;
    size_t shown = problem->case_count < CASES_MAX ? problem->case_count : CASES_MAX;
    html_put(page,
             "<details><summary>All %zu tests</summary>\n<div class=\"scroll\" tabindex=\"0\" "
             "role=\"group\" aria-label=\"All tests of %.*s\">"
             "<table><caption class=\"vh\">All tests</caption><thead><tr>"
             "<th scope=\"col\">Test</th><th scope=\"col\">Verdict</th>"
             "<th scope=\"col\" class=\"num\">CPU</th>"
             "<th scope=\"col\" class=\"num\">Memory</th>"
             "<th scope=\"col\">Cause and hint</th></tr></thead><tbody>\n",
             problem->case_count, NAME_COLUMNS, problem->name);
    for (size_t i = 0; i < shown; i++)
        put_case(page, problem, &problem->cases[i]);
    html_put(page, "</tbody></table></div>\n");
    if (shown < problem->case_count)
        html_put(page, "<p class=\"note\">and %zu more in report.json</p>\n",
                 problem->case_count - shown);
    html_put(page, "</details>\n");
}

static void put_exhibit(struct page *page, const void *subject)
{
    html_exhibit(page, subject);
}

static void put_exhibits(struct page *page, const struct report_problem *problem)
{
    bool any = false;
    for (size_t i = 0; i < problem->case_count; i++) {
        if (!problem->cases[i].exhibit)
            continue;
        if (!any)
            html_put(page, "<h3>Failed tests that may be shown</h3>\n");
        any = true;
        html_part(page, "A failed test", put_exhibit, &problem->cases[i]);
    }
}

static void put_counterexample(struct page *page, const void *subject)
{
    const struct report_problem *problem = subject;
    SCOPED_ARENA arena = { 0 };
    const char *words = counter_words(problem->counterexample, &arena);
    if (!words[0])
        return;
    html_put(page, "<h3>A counter-example</h3>\n<p class=\"note\">%s</p>\n", words);
    if (!problem->counterexample->exhibit)
        return;
    const struct report_case test = counter_case(problem->counterexample);
    html_exhibit(page, &test);
}

void html_tests(struct page *page, const struct report_problem *problem, size_t number)
{
    if (problem->case_count == 0)
        return;
    html_put(page, "<h3 id=\"p%zu-tests\">Tests</h3>\n", number);
    html_part(page, "The table of groups", put_groups, problem);
    html_part(page, "The table of tests", put_cases, problem);
    put_exhibits(page, problem);
    html_part(page, "The counter-example", put_counterexample, problem);
}
