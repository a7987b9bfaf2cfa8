/* html_growth.c - how the cost of one solution grows, in the HTML report. */
#include "grader/report/html_growth.h"

#include <string.h>

#include "grader/report/growth_words.h"
#include "grader/report/html_code.h"
#include "grader/report/plot.h"

enum { NAME_COLUMNS = 120, TEXT_COLUMNS = 600, ROWS_MAX = 200 };

struct subject {
    const struct report_problem *problem;
    const struct report_growth *growth;
    size_t number;
    struct arena *arena;
};

/* One resource as a part of the page. */
struct drawn {
    const struct subject *subject;
    const struct report_curve *curve;
};

/* ---- the table ---- */

static void put_verdict(struct page *page, const struct report_curve *curve, struct arena *arena)
{
    const char *excess = growth_words_excess(curve, arena);
    const char *multiple = growth_words_multiple(curve, arena);
    if (growth_is_judged(curve))
        html_put(page, "<span class=\"chip %s\"><span aria-hidden=\"true\">%s</span> %s</span>",
                 curve->met ? "ok" : "bad", curve->met ? "\xe2\x9c\x93" : "\xc3\x97",
                 curve->met ? "as asked" : "grows too fast");
    if (excess[0] || multiple[0])
        html_put(page, " <span class=\"muted\">%s%s%s</span>", excess,
                 excess[0] && multiple[0] ? "; " : "", multiple);
}

static void put_row(struct page *page, const struct report_curve *curve, struct arena *arena)
{
    html_put(page, "<tr><th scope=\"row\">%s</th><td>%.*s</td><td>%.*s</td><td>",
             growth_resource_name(curve->resource), TEXT_COLUMNS,
             growth_words_measured(curve, arena), NAME_COLUMNS,
             curve->required[0] ? curve->required : "\xe2\x80\x93");
    put_verdict(page, curve, arena);
    html_put(page, "</td></tr>\n");
}

static void put_table(struct page *page, const struct subject *subject)
{
    html_put(page, "<table class=\"rows growth\"><thead><tr><th scope=\"col\">Cost</th>"
                   "<th scope=\"col\">Measured</th><th scope=\"col\">Asked for</th>"
                   "<th scope=\"col\">Verdict</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < subject->growth->curve_count; i++)
        put_row(page, &subject->growth->curves[i], subject->arena);
    html_put(page, "</tbody></table>\n");
}

/* ---- the hottest lines ---- */

static void put_hottest(struct page *page, const struct subject *subject)
{
    const struct report_growth *growth = subject->growth;
    struct growth_span span;
    if (!growth_hottest(growth->lines, growth->line_count, &span))
        return;
    html_put(page, "<p class=\"hottest\">Most of the work is done in ");
    html_place(page, subject->problem, subject->number,
               arena_printf(subject->arena, "%s:%u", span.file, span.first));
    if (span.last > span.first)
        html_put(page, " to line %u", span.last);
    html_put(page, ": %s of all units at the largest size, growing %s%.*s.</p>\n",
             arena_printf(subject->arena, "%.0f %%", 100 * span.share),
             span.pace == PACE_NONE || span.pace == PACE_ALONE ? "as " : "", TEXT_COLUMNS,
             growth_words_span(growth, &span, subject->arena));
}

/* ---- plots and numbers ---- */

static double reference_at(const struct report_curve *curve, const struct growth_point *point)
{
    for (size_t i = 0; i < curve->reference_count; i++)
        if (curve->reference[i].n == point->n && curve->reference[i].m == point->m)
            return curve->reference[i].cost;
    return -1;
}

static void put_numbers(struct page *page, const struct drawn *drawn)
{
    const struct report_curve *curve = drawn->curve;
    struct arena *arena = drawn->subject->arena;
    bool has_second = curve->point_count > 0 && curve->points[0].m > 0;
    html_put(page,
             "<details><summary>The numbers</summary>\n<table><thead><tr>"
             "<th scope=\"col\" class=\"num\">n</th>"
             "<th scope=\"col\" class=\"num\">%s</th>"
             "<th scope=\"col\" class=\"num\">reference</th></tr></thead><tbody>\n",
             growth_words_unit(drawn->subject->growth, curve->resource));
    for (size_t i = 0; i < curve->point_count && i < ROWS_MAX; i++) {
        const struct growth_point *point = &curve->points[i];
        double reference = reference_at(curve, point);
        const char *size = has_second ? arena_printf(arena, "%.0f, m = %.0f", point->n, point->m)
                                      : arena_printf(arena, "%.0f", point->n);
        html_put(page,
                 "<tr><td class=\"num\">%s</td><td class=\"num\">%s</td>"
                 "<td class=\"num\">%s</td></tr>\n",
                 size, growth_words_number(point->cost, arena),
                 reference >= 0 ? growth_words_number(reference, arena) : "\xe2\x80\x93");
    }
    html_put(page, "</tbody></table></details>\n");
}

static void put_figure(struct page *page, const void *data)
{
    const struct drawn *drawn = data;
    const struct report_growth *growth = drawn->subject->growth;
    const char *unit = growth_words_unit(growth, drawn->curve->resource);
    html_put(page, "<figure class=\"growth\">\n");
    plot_curve(drawn->curve, unit, page->out);
    html_put(page, "<figcaption class=\"muted\">%s by n; both axes are logarithmic.</figcaption>\n",
             unit);
    put_numbers(page, drawn);
    html_put(page, "</figure>\n");
}

static void put_figures(struct page *page, const struct subject *subject)
{
    for (size_t i = 0; i < subject->growth->curve_count; i++) {
        struct drawn drawn = { subject, &subject->growth->curves[i] };
        if (!drawn.curve->not_measured[0] &&
            (drawn.curve->resource == GROWTH_TIME || drawn.curve->required[0]))
            html_part(page, "The plot", put_figure, &drawn);
    }
}

/* ---- what else is to be said ---- */

static void put_blind_spots(struct page *page, const struct report_growth *growth)
{
    if (growth->blind_spot_count == 0)
        return;
    html_put(page, "<p class=\"note\">Not counted is the work of");
    for (size_t i = 0; i < growth->blind_spot_count; i++)
        html_put(page, "%s <code>%.*s</code>", i ? "," : "", NAME_COLUMNS, growth->blind_spots[i]);
    html_put(page, ".</p>\n");
}

static void put_notes(struct page *page, const struct report_growth *growth)
{
    if (growth->stopped[0])
        html_put(page, "<p class=\"note\">No larger size was run: %.*s.</p>\n", TEXT_COLUMNS,
                 growth->stopped);
    put_blind_spots(page, growth);
}

void html_growth(struct page *page, const struct report_problem *problem, size_t number)
{
    const struct report_growth *growth = problem->growth;
    SCOPED_ARENA arena = { 0 };
    const struct subject subject = { problem, growth, number, &arena };
    if (!growth)
        return;
    html_put(page, "<h3 id=\"p%zu-growth\">How the cost grows</h3>\n", number);
    if (growth->suspicion[0])
        html_put(page,
                 "<p><span class=\"chip warn\">a person should look</span> The count may be "
                 "false: %.*s.</p>\n",
                 TEXT_COLUMNS, growth->suspicion);
    if (growth->not_measured[0]) {
        html_put(page, "<p>Not measured: %.*s.</p>\n", TEXT_COLUMNS, growth->not_measured);
        return;
    }
    put_table(page, &subject);
    put_hottest(page, &subject);
    put_figures(page, &subject);
    put_notes(page, growth);
}
