/* html_quality.c - what inspection of the code found, on the HTML page. */
#include "grader/report/html_quality.h"

#include <assert.h>

#include "grader/base/arena.h"
#include "grader/report/html_code.h"

enum { NAME_COLUMNS = 120, TEXT_COLUMNS = 600, FUNCTIONS_MAX = 20 };

static const char *const chips[] = {
    [QUALITY_ESSENTIAL] = "bad",
    [QUALITY_ACTIONABLE] = "warn",
    [QUALITY_INFORMATIVE] = "off",
};
static_assert(COUNT_OF(chips) == QUALITY_KIND_COUNT, "one chip per kind of finding");

struct subject {
    const struct report_problem *problem;
    size_t number;
};

/* ---- dimensions ---- */

static void put_dimensions(struct page *page, const struct report_quality *quality,
                           struct arena *arena)
{
    if (quality->dimension_count == 0)
        return;
    html_put(page, "<table class=\"rows quality\"><thead><tr><th scope=\"col\">Dimension</th>"
                   "<th scope=\"col\" class=\"num\">Share</th><th scope=\"col\">Why</th></tr>"
                   "</thead><tbody>\n");
    for (size_t i = 0; i < quality->dimension_count; i++) {
        const struct report_dimension *row = &quality->dimensions[i];
        html_put(page, "<tr><th scope=\"row\">%s</th><td class=\"num\">%s</td><td>%.*s</td></tr>\n",
                 quality_dimension_name(row->dimension),
                 row->is_measured ? arena_printf(arena, "%.0f\xc2\xa0%%", 100 * row->share)
                                  : "\xe2\x80\x93",
                 TEXT_COLUMNS, row->reason);
    }
    html_put(page, "</tbody></table>\n");
}

/* ---- findings ---- */

static void put_steps(struct page *page, const struct subject *subject,
                      const struct quality_finding *finding, struct arena *arena)
{
    if (finding->step_count == 0)
        return;
    html_put(page, "<details><summary>The way there</summary><ul class=\"steps\">\n");
    for (size_t i = 0; i < finding->step_count; i++) {
        const struct quality_step *step = &finding->steps[i];
        html_put(page, "<li>");
        html_place(page, subject->problem, subject->number,
                   arena_printf(arena, "%s:%u", step->file, step->line));
        html_put(page, " %.*s</li>\n", TEXT_COLUMNS, step->message);
    }
    html_put(page, "</ul></details>");
}

static void put_finding(struct page *page, const struct subject *subject,
                        const struct quality_finding *finding, struct arena *arena)
{
    html_put(page, "<li><span class=\"chip %s\">%s</span> ", chips[finding->kind],
             quality_kind_name(finding->kind));
    html_place(page, subject->problem, subject->number,
               arena_printf(arena, "%s:%u", finding->file, finding->line));
    html_put(page, " %.*s <span class=\"muted\">%.*s (", TEXT_COLUMNS, finding->message,
             TEXT_COLUMNS, finding->change);
    for (size_t i = 0; i < finding->tool_count; i++)
        html_put(page, "%s%.*s", i ? ", " : "", NAME_COLUMNS, finding->tools[i]);
    html_put(page, ")</span>");
    put_steps(page, subject, finding, arena);
    html_put(page, "</li>\n");
}

static void put_findings(struct page *page, const void *data)
{
    const struct subject *subject = data;
    const struct report_quality *quality = subject->problem->quality;
    SCOPED_ARENA arena = { 0 };
    html_put(page, "<details><summary>All %zu finding%s</summary>\n<ul class=\"findings\">\n",
             quality->finding_count, quality->finding_count == 1 ? "" : "s");
    for (size_t i = 0; i < quality->finding_count; i++)
        put_finding(page, subject, &quality->findings[i], &arena);
    html_put(page, "</ul>\n");
    if (quality->findings_more > 0)
        html_put(page, "<p class=\"note\">and %zu more</p>\n", quality->findings_more);
    html_put(page, "</details>\n");
}

/* ---- functions ---- */

static void put_function(struct page *page, const struct subject *subject,
                         const struct quality_function *function, struct arena *arena)
{
    html_put(page, "<tr><th scope=\"row\"><code>%.*s</code> ", NAME_COLUMNS, function->name);
    html_place(page, subject->problem, subject->number,
               arena_printf(arena, "%s:%u", function->file, function->line));
    html_put(page,
             "</th><td class=\"num\">%u</td><td class=\"num\">%u</td><td class=\"num\">%u</td>"
             "<td class=\"num\">%u</td><td class=\"num\">%u</td></tr>\n",
             function->cognitive, function->cyclomatic, function->lines, function->nesting,
             function->parameters);
}

static void put_functions(struct page *page, const void *data)
{
    const struct subject *subject = data;
    const struct report_quality *quality = subject->problem->quality;
    size_t shown =
        quality->function_count < FUNCTIONS_MAX ? quality->function_count : FUNCTIONS_MAX;
    SCOPED_ARENA arena = { 0 };
    html_put(page, "<details><summary>Measures of functions, the most complex first</summary>\n"
                   "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Function</th>"
                   "<th scope=\"col\" class=\"num\">cognitive</th>"
                   "<th scope=\"col\" class=\"num\">cyclomatic</th>"
                   "<th scope=\"col\" class=\"num\">lines</th>"
                   "<th scope=\"col\" class=\"num\">nesting</th>"
                   "<th scope=\"col\" class=\"num\">parameters</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++)
        put_function(page, subject, &quality->functions[i], &arena);
    html_put(page, "</tbody></table></div>\n");
    size_t more = quality->function_count - shown + quality->functions_more;
    if (more > 0)
        html_put(page, "<p class=\"note\">and %zu more</p>\n", more);
    html_put(page, "</details>\n");
}

/* ---- what was not looked at ---- */

static void put_passes(struct page *page, const struct report_quality *quality)
{
    for (size_t i = 0; i < quality->pass_count; i++)
        if (quality->passes[i].not_analysed[0])
            html_put(page, "<p class=\"note\">Not analysed by %.*s: %.*s.</p>\n", NAME_COLUMNS,
                     quality->passes[i].name, TEXT_COLUMNS, quality->passes[i].not_analysed);
}

void html_quality(struct page *page, const struct report_problem *problem, size_t number)
{
    const struct report_quality *quality = problem->quality;
    const struct subject subject = { problem, number };
    SCOPED_ARENA arena = { 0 };
    if (!quality)
        return;
    html_put(page, "<h3 id=\"p%zu-quality\">Code quality</h3>\n", number);
    if (quality->not_analysed[0]) {
        html_put(page, "<p>Not inspected: %.*s.</p>\n", TEXT_COLUMNS, quality->not_analysed);
        return;
    }
    put_dimensions(page, quality, &arena);
    if (quality->finding_count > 0)
        html_part(page, "The list of findings", put_findings, &subject);
    if (quality->function_count > 0)
        html_part(page, "The table of functions", put_functions, &subject);
    put_passes(page, quality);
}
