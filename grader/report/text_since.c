/* text_since.c - what changed since an earlier report, on a terminal. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/arena.h"
#include "grader/base/clock.h"
#include "grader/model/points.h"
#include "grader/report/render_since.h"

enum { COMMIT_COLUMNS = 12, KIND_COLUMNS = 9 };

static const enum style styles[] = {
    [CHANGE_WORSE] = STYLE_BAD,   [CHANGE_NEW] = STYLE_WARN,    [CHANGE_FIXED] = STYLE_GOOD,
    [CHANGE_BETTER] = STYLE_GOOD, [CHANGE_OTHER] = STYLE_FAINT,
};
static_assert(COUNT_OF(styles) == CHANGE_COUNT, "a style per kind");

static void put_head(struct screen *screen, const struct report_since *since)
{
    char when[CLOCK_TEXT_MAX], points[POINTS_TEXT_MAX], most[POINTS_TEXT_MAX], text[160];
    clock_text(since->commit_when_s, when);
    struct str commit = str_of(since->commit);
    commit.length = commit.length < COMMIT_COLUMNS ? commit.length : COMMIT_COLUMNS;
    screen_spaces(screen, 2);
    screen_put(screen, STYLE_PLAIN, "Since the report on ");
    screen_put_cut(screen, STYLE_STRONG, commit, COMMIT_COLUMNS);
    snprintf(text, sizeof text, " (%s), %s of %s points:", when, points_text(since->points, points),
             points_text(since->max_points, most));
    screen_put(screen, STYLE_PLAIN, text);
    screen_newline(screen);
}

static void put_change(struct screen *screen, const struct report_change *change)
{
    SCOPED_ARENA arena = { 0 };
    const char *before = change->before, *after = change->after;
    const char *text = change->what;
    if (before[0] && after[0])
        text = arena_printf(&arena, "%s: %s -> %s", text, before, after);
    else if (before[0] || after[0])
        text = arena_printf(&arena, "%s (%s%s)", text, before, after);
    if (change->problem[0])
        text = arena_printf(&arena, "%s: %s", change->problem, text);
    screen_spaces(screen, 4);
    screen_put_padded(screen, styles[change->kind], change_kind_name(change->kind), KIND_COLUMNS);
    screen_put_wrapped(screen, STYLE_PLAIN, text, 4 + KIND_COLUMNS, 4 + KIND_COLUMNS);
}

void text_since(struct screen *screen, const struct report_since *since, size_t most)
{
    size_t shown = since->change_count < most ? since->change_count : most;
    size_t more = since->change_count - shown + since->changes_more;
    put_head(screen, since);
    for (size_t i = 0; i < since->note_count; i++) {
        screen_spaces(screen, 4);
        screen_put_wrapped(screen, STYLE_WARN, since->notes[i], 4, 4);
    }
    for (size_t i = 0; i < shown; i++)
        put_change(screen, &since->changes[i]);
    char text[64];
    if (more > 0)
        snprintf(text, sizeof text, "and %zu more", more);
    else
        snprintf(text, sizeof text, "nothing changed");
    if (more == 0 && shown > 0)
        return;
    screen_spaces(screen, 4);
    screen_put(screen, STYLE_FAINT, text);
    screen_newline(screen);
}
