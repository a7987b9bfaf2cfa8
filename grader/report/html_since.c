/* html_since.c - what changed since an earlier report, on the HTML page. */
#include <assert.h>
#include <string.h>

#include "grader/base/clock.h"
#include "grader/model/points.h"
#include "grader/report/render_since.h"

enum { NAME_COLUMNS = 120, TEXT_COLUMNS = 600, COMMIT_COLUMNS = 13 };

static const char *const chips[] = {
    [CHANGE_WORSE] = "bad", [CHANGE_NEW] = "warn",  [CHANGE_FIXED] = "ok",
    [CHANGE_BETTER] = "ok", [CHANGE_OTHER] = "off",
};
static_assert(COUNT_OF(chips) == CHANGE_COUNT, "a chip per kind");

static void put_change(struct page *page, const struct report_change *change)
{
    html_put(page, "<tr><td><span class=\"chip %s\">%s</span></td><th scope=\"row\">%.*s</th>",
             chips[change->kind], change_kind_name(change->kind), NAME_COLUMNS, change->problem);
    html_put(page, "<td>%.*s</td><td>%.*s</td><td>%.*s</td></tr>\n", TEXT_COLUMNS, change->what,
             NAME_COLUMNS, change->before, NAME_COLUMNS, change->after);
}

static void put_table(struct page *page, const struct report_since *since, size_t shown)
{
    html_put(page,
             "<table class=\"rows since\"><caption class=\"vh\">What changed</caption><thead><tr>"
             "<th scope=\"col\">Change</th><th scope=\"col\">Problem</th>"
             "<th scope=\"col\">What</th><th scope=\"col\">Before</th><th scope=\"col\">Now</th>"
             "</tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++)
        put_change(page, &since->changes[i]);
    html_put(page, "</tbody></table>\n");
}

void html_since(struct page *page, const struct report_since *since, size_t most)
{
    char points[POINTS_TEXT_MAX], of[POINTS_TEXT_MAX], when[CLOCK_TEXT_MAX];
    size_t shown = since->change_count < most ? since->change_count : most;
    size_t more = since->change_count - shown + since->changes_more;
    clock_text(since->commit_when_s, when);
    html_put(page,
             "<section class=\"card\" aria-labelledby=\"since\">\n"
             "<h2 id=\"since\">Since the last report</h2>\n<p class=\"muted\">That was on commit "
             "<code title=\"%.*s\">%.*s</code> of %s: %s of %s points.</p>\n",
             NAME_COLUMNS, since->commit, COMMIT_COLUMNS, since->commit, when,
             points_text(since->points, points), points_text(since->max_points, of));
    for (size_t i = 0; i < since->note_count; i++)
        html_put(page, "<p><span class=\"chip warn\">note</span> %.*s</p>\n", TEXT_COLUMNS,
                 since->notes[i]);
    if (shown > 0)
        put_table(page, since, shown);
    if (more > 0)
        html_put(page, "<p class=\"note\">and %zu more in report.json</p>\n", more);
    else if (shown == 0)
        html_put(page, "<p>Nothing changed.</p>\n");
    html_put(page, "</section>\n");
}
