/* html_code.c - the code of one problem on the HTML page: what the compiler says, and the sources.
 */
#include "grader/report/html_code.h"

#include <assert.h>
#include <string.h>

#include "grader/report/margin.h"

enum {
    NAME_COLUMNS = 120,
    TEXT_COLUMNS = 1200,
    OPEN_LINES_MAX = 400, /* a listing longer than this begins folded */
};

static const char *const chips[] = {
    [REMARK_ESSENTIAL] = "bad",
    [REMARK_ACTIONABLE] = "warn",
    [REMARK_INFORMATIVE] = "off",
    [REMARK_PRAISE] = "ok",
};
static_assert(COUNT_OF(chips) == REMARK_COUNT, "one chip per kind of remark");

/* A part of the page: one problem, or one of its sources. */
struct subject {
    const struct report_problem *problem;
    size_t number, source;
};

/* --- places -------------------------------------------------------------------------------- */

static void put_place(struct page *page, const struct report_problem *problem, size_t number,
                      const char *where, const char *class)
{
    size_t source;
    unsigned line;
    bool linked = margin_find(problem, where, &source, &line);
    if (linked)
        html_put(page, "<a href=\"#p%zu-f%zu-l%u\">", number, source, line);
    html_put(page, "<code class=\"%s\">%.*s</code>", class, NAME_COLUMNS, where);
    if (linked)
        html_put(page, "</a>");
}

void html_place(struct page *page, const struct report_problem *problem, size_t number,
                const char *where)
{
    put_place(page, problem, number, where, "where");
}

/* --- what the compiler says ---------------------------------------------------------------- */

/* "main.c:4:9", as a link when a listing has that line. */
static void put_diagnostic_place(struct page *page, const struct subject *subject,
                                 const struct report_diagnostic *diagnostic)
{
    SCOPED_ARENA arena = { 0 };
    const char *where = diagnostic->file;
    if (diagnostic->line > 0)
        where = arena_printf(&arena, "%s:%u:%u", diagnostic->file, diagnostic->line,
                             diagnostic->column);
    put_place(page, subject->problem, subject->number, where, "");
}

static void put_diagnostic(struct page *page, const struct subject *subject,
                           const struct report_diagnostic *diagnostic)
{
    html_put(page, "<li><span class=\"chip %s\">%s</span> ",
             strstr(diagnostic->kind, "error") ? "bad" : "warn", diagnostic->kind);
    if (diagnostic->file[0])
        put_diagnostic_place(page, subject, diagnostic);
    html_put(page, " %.*s</li>\n", TEXT_COLUMNS, diagnostic->message);
}

static void put_diagnostics(struct page *page, const void *data)
{
    const struct subject *subject = data;
    const struct report_problem *problem = subject->problem;
    html_put(page, "<ul class=\"diagnostics\">\n");
    for (size_t i = 0; i < problem->diagnostic_count; i++)
        put_diagnostic(page, subject, &problem->diagnostics[i]);
    html_put(page, "</ul>\n");
    if (problem->diagnostics_more > 0)
        html_put(page, "<p class=\"note\">and %zu more</p>\n", problem->diagnostics_more);
}

/* --- sources ------------------------------------------------------------------------------- */

static size_t count_lines(struct str bytes)
{
    size_t lines = 0;
    struct str line;
    while (str_next_line(&bytes, &line))
        lines++;
    return lines;
}

static bool has_work(const struct margin *margin)
{
    for (size_t i = 0; i < margin->count; i++)
        if (margin->notes[i].kind <= REMARK_ACTIONABLE)
            return true;
    return false;
}

static void put_summary(struct page *page, const struct report_source *source, size_t lines,
                        const struct margin *margin)
{
    bool work = has_work(margin);
    size_t notes = 0;
    for (size_t i = 0; i < margin->count; i++)
        notes += !margin->notes[i].is_fact;
    html_put(page, work && lines <= OPEN_LINES_MAX ? "<details open>" : "<details>");
    html_put(page, "<summary><code>%.*s</code> <span class=\"muted\">%zu line%s</span>",
             NAME_COLUMNS, source->path, lines, lines == 1 ? "" : "s");
    if (notes > 0)
        html_put(page, " <span class=\"chip %s\">%zu note%s</span>", work ? "warn" : "off", notes,
                 notes == 1 ? "" : "s");
    html_put(page, "</summary>\n");
}

static void put_note(struct page *page, const struct margin_note *note)
{
    html_put(page, "<span class=\"mn %s\"><b>%s</b> %.*s", chips[note->kind], note->label,
             TEXT_COLUMNS, note->text);
    if (note->change[0])
        html_put(page, " <span class=\"muted\">%.*s</span>", TEXT_COLUMNS, note->change);
    html_put(page, "</span>");
}

/* The notes of a line, from *next on; those that stand before it have no line here. */
static size_t notes_of(const struct margin *margin, size_t next, size_t line)
{
    size_t end = next;
    while (end < margin->count && margin->notes[end].line == line)
        end++;
    return end;
}

/* What was measured stands behind the code of its line. */
static void put_fact(struct page *page, const struct margin_note *note)
{
    html_put(page, "<span class=\"fact %s\"><b>%s</b>", chips[note->kind], note->label);
    if (note->last == 0)
        html_put(page, " %.*s", TEXT_COLUMNS, note->text);
    html_put(page, "</span>");
}

/* The first note that is to be read decides how the line looks; notes come before facts. */
static const char *look_of(const struct margin *margin, size_t next, size_t end)
{
    for (size_t i = next; i < end; i++)
        if (!margin->notes[i].is_fact)
            return chips[margin->notes[i].kind];
    return "known";
}

/* Writes one line with its notes; `*idle` is the last line of those that never ran. */
static void put_line(struct page *page, const struct subject *subject, const struct margin *margin,
                     struct str line, size_t number, size_t next, size_t end, size_t *idle)
{
    for (size_t i = next; i < end; i++)
        if (margin->notes[i].last > *idle)
            *idle = margin->notes[i].last;
    const char *ran = number <= *idle ? " idle" : "";
    if (end > next)
        html_put(page, "<span class=\"l %s%s\" id=\"p%zu-f%zu-l%zu\">", look_of(margin, next, end),
                 ran, subject->number, subject->source, number);
    else
        html_put(page, "<span class=\"l%s\">", ran);
    html_put_bytes(page, line);
    for (size_t i = next; i < end; i++)
        if (margin->notes[i].is_fact)
            put_fact(page, &margin->notes[i]);
    html_put(page, "</span>\n");
    for (size_t i = next; i < end; i++)
        if (!margin->notes[i].is_fact)
            put_note(page, &margin->notes[i]);
}

static void put_lines(struct page *page, const struct subject *subject, const struct margin *margin)
{
    struct str rest = subject->problem->sources[subject->source].bytes, line;
    size_t next = 0, idle = 0;
    for (size_t number = 1; str_next_line(&rest, &line); number++) {
        size_t end = notes_of(margin, next, number);
        put_line(page, subject, margin, line, number, next, end, &idle);
        next = end;
    }
}

/* What the dotted edge of a line means. */
static void put_idle_legend(struct page *page, const struct report_problem *problem)
{
    const struct report_quality *quality = problem->quality;
    if (!quality || quality->tests_executed == 0)
        html_put(page, " Lines with a dotted edge never ran while that was measured.");
    else
        html_put(page, " Lines with a dotted edge are never executed by any of %zu public test%s.",
                 (size_t)quality->tests_executed, quality->tests_executed == 1 ? "" : "s");
}

static void put_legend(struct page *page, const struct report_problem *problem,
                       const struct margin *margin)
{
    bool has_idle = false, has_class = false;
    for (size_t i = 0; i < margin->count; i++) {
        has_idle |= margin->notes[i].is_fact && margin->notes[i].last > 0;
        has_class |= margin->notes[i].is_fact && margin->notes[i].last == 0;
    }
    if (!has_class && !has_idle)
        return;
    html_put(page, "<p class=\"note\">Behind the lines:%s",
             has_class ? " how the work of a line grows, and its share of all at the largest size."
                       : "");
    if (has_idle)
        put_idle_legend(page, problem);
    html_put(page, "</p>");
}

static void put_listing(struct page *page, const void *data)
{
    const struct subject *subject = data;
    const struct report_source *source = &subject->problem->sources[subject->source];
    SCOPED_ARENA arena = { 0 };
    struct margin margin;
    margin_make(subject->problem, source, &arena, &margin);
    put_summary(page, source, count_lines(source->bytes), &margin);
    html_put(page,
             "<pre class=\"source\" tabindex=\"0\" role=\"group\" aria-label=\"Source %.*s\">\n",
             NAME_COLUMNS, source->path);
    put_lines(page, subject, &margin);
    html_put(page, "</pre>");
    put_legend(page, subject->problem, &margin);
    if (source->is_cut)
        html_put(page, "<p class=\"note\">The rest of this file is not shown: it is long.</p>");
    html_put(page, "</details>\n");
}

void html_code(struct page *page, const struct report_problem *problem, size_t number)
{
    struct subject subject = { problem, number, 0 };
    if (problem->diagnostic_count > 0) {
        html_put(page, "<h3>What the compiler says</h3>\n");
        html_part(page, "The list of diagnostics", put_diagnostics, &subject);
    }
    if (problem->source_count > 0)
        html_put(page, "<h3>Source</h3>\n");
    for (; subject.source < problem->source_count; subject.source++)
        html_part(page, "A source file", put_listing, &subject);
    if (problem->sources_more > 0)
        html_put(page, "<p class=\"note\">and %zu more file%s, not shown</p>\n",
                 problem->sources_more, problem->sources_more == 1 ? "" : "s");
}
