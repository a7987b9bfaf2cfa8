/* html_problem.c - one problem of the HTML report. */
#include "grader/report/html_problem.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "grader/model/points.h"
#include "grader/report/format.h"
#include "grader/report/html_code.h"
#include "grader/report/html_growth.h"
#include "grader/report/html_quality.h"
#include "grader/report/html_tests.h"

enum {
    NAME_COLUMNS = 120,
    HASH_COLUMNS = 12 + 1, /* digits, and the sign of more */
    TEXT_COLUMNS = 1200,
};

/* --- small pieces -------------------------------------------------------------------------- */

void html_bar(struct page *page, double points, double most, bool good, double tick_percent)
{
    char a[POINTS_TEXT_MAX], b[POINTS_TEXT_MAX], tick[POINTS_TEXT_MAX], width[POINTS_TEXT_MAX];
    points_text(most > 0 ? points_round(100 * points / most) : 0, width);
    html_put(page,
             "<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" role=\"img\" "
             "aria-label=\"%s of %s points\">"
             "<rect class=\"track\" width=\"100\" height=\"4\"/>"
             "<rect class=\"fill %s\" width=\"%s\" height=\"4\"/>",
             points_text(points, a), points_text(most, b), good ? "ok" : "bad", width);
    if (tick_percent >= 0)
        html_put(page, "<rect class=\"tick\" x=\"%s\" width=\".35\" height=\"4\"/>",
                 points_text(points_round(tick_percent), tick));
    html_put(page, "</svg>");
}

static void put_points(struct page *page, double points, double most)
{
    char a[POINTS_TEXT_MAX], b[POINTS_TEXT_MAX];
    html_put(page, "%s <span class=\"muted\">of %s</span>", points_text(points, a),
             points_text(most, b));
}

/* --- head and remarks ---------------------------------------------------------------------- */

/* So many digits tell one content from another; the whole is the title. */
static void put_hash(struct page *page, const char *what, const char *hash)
{
    if (hash[0])
        html_put(page, " \xc2\xb7 %s <code title=\"%.*s\">%.*s</code>", what, NAME_COLUMNS, hash,
                 HASH_COLUMNS, hash);
}

static void put_facts(struct page *page, const struct report_problem *problem)
{
    char limit[FORMAT_TEXT_MAX], memory[FORMAT_TEXT_MAX];
    format_duration(problem->time_limit_us, limit);
    html_put(page, "<p class=\"muted\">Time limit ");
    if (problem->time_limit_is_measured)
        html_put(page, "<span class=\"measured\">%s</span> (measured on this machine)", limit);
    else
        html_put(page, "%s", limit);
    html_put(page, " \xc2\xb7 memory limit %s", format_bytes(problem->memory_limit_bytes, memory));
    if (problem->folder[0])
        html_put(page, " \xc2\xb7 folder <code>%.*s</code>", NAME_COLUMNS, problem->folder);
    put_hash(page, "package", problem->package_hash);
    put_hash(page, "sources", problem->submission_hash);
    html_put(page, "</p>\n");
}

static void put_tally(struct page *page, const struct report_problem *problem)
{
    char points[POINTS_TEXT_MAX], most[POINTS_TEXT_MAX];
    html_put(page, "<div class=\"tally\"><p class=\"points\">%s <small>of %s points</small></p>",
             points_text(problem->points, points), points_text(problem->max_points, most));
    html_bar(page, problem->points, problem->max_points, problem->passed, problem->pass_percent);
    html_put(page, "</div>\n");
}

static void put_head(struct page *page, const struct report_problem *problem, size_t number)
{
    html_put(page,
             "<div class=\"top\"><div>\n<h2 id=\"p%zu-title\">%.*s</h2>\n"
             "<p class=\"eyebrow\"><code>%.*s</code></p>\n<p>",
             number, NAME_COLUMNS, problem->name, NAME_COLUMNS, problem->id);
    html_verdict(page, problem->verdict, true);
    html_put(page, " <span class=\"chip %s\">%s</span>", problem->passed ? "ok" : "bad",
             problem->passed ? "passed" : "below the bar");
    html_put(page, " <span class=\"near\"><span class=\"measured\">%s</span></span></p></div>\n",
             problem->borderline ? "near the time limit" : "");
    put_tally(page, problem);
    html_put(page, "</div>\n");
    put_facts(page, problem);
}

static const char *const remark_chips[] = {
    [REMARK_ESSENTIAL] = "bad",
    [REMARK_ACTIONABLE] = "warn",
    [REMARK_INFORMATIVE] = "off",
    [REMARK_PRAISE] = "ok",
};
static_assert(COUNT_OF(remark_chips) == REMARK_COUNT, "one chip per kind of remark");

static void put_advice(struct page *page, const struct report_remark *remark)
{
    if (remark->change[0] == '\0' && remark->read_on[0] == '\0')
        return;
    html_put(page, "<p class=\"change\">%.*s", TEXT_COLUMNS, remark->change);
    /* The only link that leaves the page; the reader of reports let nothing but https pass. */
    if (str_starts(remark->read_on, "https://"))
        html_put(page, " <a href=\"%s\" rel=\"noreferrer noopener\">Read on: %.*s</a>",
                 remark->read_on, NAME_COLUMNS, remark->read_on + strlen("https://"));
    html_put(page, "</p>");
}

static void put_remarks(struct page *page, const struct report_problem *problem, size_t number)
{
    if (problem->remark_count == 0)
        return;
    html_put(page, "<h3>What matters</h3>\n<ul class=\"remarks\">\n");
    for (size_t i = 0; i < problem->remark_count; i++) {
        const struct report_remark *remark = &problem->remarks[i];
        html_put(page, "<li><span class=\"chip %s\">%s</span><div>", remark_chips[remark->kind],
                 remark_kind_name(remark->kind));
        if (remark->where[0])
            html_place(page, problem, number, remark->where);
        html_put(page, "<p>%.*s</p>", TEXT_COLUMNS, remark->text);
        put_advice(page, remark);
        html_put(page, "</div></li>\n");
    }
    html_put(page, "</ul>\n");
}

/* --- points -------------------------------------------------------------------------------- */

/* From the reason to its evidence, further down. */
static void put_evidence(struct page *page, const struct report_problem *problem,
                         enum rubric_part part, size_t number)
{
    static const struct {
        const char *anchor, *words;
    } places[] = {
        [PART_CORRECTNESS] = { "tests", "the tests" },
        [PART_COMPLEXITY] = { "growth", "the curves" },
        [PART_QUALITY] = { "quality", "the findings" },
    };
    static_assert(COUNT_OF(places) == PART_COUNT, "one place per part");
    const bool is_there[] = {
        [PART_CORRECTNESS] = problem->case_count > 0,
        [PART_COMPLEXITY] = problem->growth != NULL,
        [PART_QUALITY] = problem->quality != NULL,
    };
    if (is_there[part])
        html_put(page, " <a href=\"#p%zu-%s\">See %s.</a>", number, places[part].anchor,
                 places[part].words);
}

static void put_criterion(struct page *page, const struct report_problem *problem,
                          const struct report_criterion *criterion, size_t number)
{
    html_put(page, criterion->in_force ? "<tr>" : "<tr class=\"dim\">");
    html_put(page, "<th scope=\"row\">%.*s</th>", NAME_COLUMNS, criterion->title);
    if (!criterion->in_force) {
        html_put(page, "<td>\xe2\x80\x93</td><td class=\"num\">not measured</td><td>%s</td></tr>\n",
                 criterion->reason);
        return;
    }
    html_put(page, "<td class=\"level\">%s</td><td class=\"num\">", criterion->level);
    put_points(page, criterion->points, criterion->max_points);
    html_put(page, "</td><td>%.*s", TEXT_COLUMNS, criterion->reason);
    put_evidence(page, problem, criterion->part, number);
    if (criterion->level_text[0])
        html_put(page, "<br><span class=\"muted\">%.*s</span>", TEXT_COLUMNS,
                 criterion->level_text);
    html_put(page, "</td></tr>\n");
}

static void put_criteria(struct page *page, const struct report_problem *problem, size_t number)
{
    html_put(page, "<h3>Points and why</h3>\n<table class=\"rows criteria\">"
                   "<caption class=\"vh\">The rubric, row by row</caption><thead><tr>"
                   "<th scope=\"col\">Criterion</th><th scope=\"col\">Level</th>"
                   "<th scope=\"col\" class=\"num\">Points</th><th scope=\"col\">Reason</th>"
                   "</tr></thead><tbody>\n");
    for (size_t i = 0; i < problem->criterion_count; i++)
        put_criterion(page, problem, &problem->criteria[i], number);
    html_put(page, "</tbody></table>\n");
}

void html_problem(struct page *page, const struct report_problem *problem, size_t number)
{
    html_put(page, "<section class=\"card\" id=\"p%zu\" aria-labelledby=\"p%zu-title\">\n", number,
             number);
    put_head(page, problem, number);
    put_remarks(page, problem, number);
    put_criteria(page, problem, number);
    html_tests(page, problem, number);
    html_growth(page, problem, number);
    html_quality(page, problem, number);
    html_code(page, problem, number);
    html_put(page, "<p class=\"back\"><a href=\"#overview\">Back to the overview</a></p>\n"
                   "</section>\n");
}
