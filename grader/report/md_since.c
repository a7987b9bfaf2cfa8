/* md_since.c - what changed since an earlier report, in Markdown. */
#include <assert.h>

#include "grader/base/clock.h"
#include "grader/model/points.h"
#include "grader/report/render_since.h"

enum { NAME_COLUMNS = 120, TEXT_COLUMNS = 600, COMMIT_COLUMNS = 13 };

static void put_change(struct md *md, const struct report_change *change)
{
    md_put(md, "| %s | %.*s | %.*s | %.*s | %.*s |\n", change_kind_name(change->kind), NAME_COLUMNS,
           change->problem, TEXT_COLUMNS, change->what, NAME_COLUMNS, change->before, NAME_COLUMNS,
           change->after);
}

void md_since(struct md *md, const struct report_since *since, size_t most)
{
    char text[POINTS_TEXT_MAX], when[CLOCK_TEXT_MAX];
    size_t shown = since->change_count < most ? since->change_count : most;
    size_t more = since->change_count - shown + since->changes_more;
    clock_text(since->commit_when_s, when);
    md_put(md, "**Since the last report**, on commit <code>%.*s</code> of ", COMMIT_COLUMNS,
           since->commit);
    md_puts(md, when);
    md_puts(md, ", ");
    md_puts(md, points_text(since->points, text));
    md_puts(md, " of ");
    md_puts(md, points_text(since->max_points, text));
    md_puts(md, shown + more > 0 ? " points:\n\n" : " points: nothing changed.\n\n");
    for (size_t i = 0; i < since->note_count; i++)
        md_put(md, "- Note: %.*s\n", TEXT_COLUMNS, since->notes[i]);
    md_puts(md, since->note_count ? "\n" : "");
    if (shown > 0)
        md_puts(md, "| Change | Problem | What | Before | Now |\n"
                    "| :-- | :-- | :-- | :-- | :-- |\n");
    for (size_t i = 0; i < shown; i++)
        put_change(md, &since->changes[i]);
    if (more > 0)
        md_put(md, "\nand %zu more\n", more);
    md_puts(md, "\n");
}
