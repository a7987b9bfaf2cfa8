/* verification_text.c - a verification for a terminal: the matrix, the checks, the findings. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grader/report/format.h"
#include "grader/report/render_verification.h"
#include "grader/report/screen.h"
#include "grader/text/escape.h"

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 40, WIDTH_MOST = 160 };
/* Columns of the matrix: mark, name, what was expected, the verdict, then a cell a group. */
enum { MARK = 6, NAME_LEAST = 16, NAME_MOST = 44, EXPECTED = 12, VERDICT = 5, CELL = 10 };

static const char *short_name(const char *group)
{
    const char *slash = strchr(group, '/');
    return slash ? slash + 1 : group;
}

/* "0.02", "12.3", ">1.50": seconds, three digits. */
static void put_seconds(char *out, size_t room, uint64_t us, bool is_cut)
{
    double seconds = (double)us / 1e6;
    snprintf(out, room, "%s%.*f", is_cut ? ">" : "",
             seconds < 9.995   ? 2
             : seconds < 99.95 ? 1
                               : 0,
             seconds);
}

static enum style verdict_style(enum verdict verdict)
{
    return verdict == VERDICT_ACCEPTED ? STYLE_GOOD
           : verdict == VERDICT_NONE   ? STYLE_FAINT
                                       : STYLE_WARN;
}

/* ---- the matrix ---- */

struct matrix {
    struct screen *screen;
    const struct verification *v;
    size_t name_columns;
    size_t first, count; /* groups of this block */
};

static size_t name_columns(const struct verification *v)
{
    size_t most = NAME_LEAST;
    for (size_t i = 0; i < v->submission_count; i++) {
        size_t columns = escape_columns(str_of(v->submissions[i].name));
        most = columns > most ? columns : most;
    }
    return most < NAME_MOST ? most : NAME_MOST;
}

static void put_head(const struct matrix *m)
{
    struct screen *s = m->screen;
    screen_spaces(s, MARK);
    screen_put_padded(s, STYLE_FAINT, "submission", m->name_columns);
    screen_spaces(s, 2);
    if (m->first == 0) {
        screen_put_padded(s, STYLE_FAINT, "expected", EXPECTED);
        screen_put_padded(s, STYLE_FAINT, "is", VERDICT);
    }
    for (size_t i = 0; i < m->count; i++) {
        struct str name = str_of(short_name(m->v->groups[m->first + i].name));
        size_t used = screen_put_cut(s, STYLE_FAINT, name, CELL - 1);
        if (i + 1 < m->count)
            screen_spaces(s, CELL - used);
    }
    screen_newline(s);
}

static void put_cell(struct screen *s, const struct verify_cell *cell, bool is_last)
{
    char seconds[32], text[48];
    put_seconds(seconds, sizeof seconds, cell->slowest_us, cell->is_cut);
    if (cell->judged_count == 0)
        snprintf(text, sizeof text, "-");
    else
        snprintf(text, sizeof text, "%-3s%s%s", verdict_code(cell->verdict),
                 cell->is_cut ? "" : " ", seconds);
    if (is_last)
        screen_put(s, verdict_style(cell->verdict), text);
    else
        screen_put_padded(s, verdict_style(cell->verdict), text, CELL);
}

static const struct {
    const char *text;
    enum style style;
} marks[] = {
    [VERIFY_AS_SAID] = { "ok", STYLE_GOOD },
    [VERIFY_NOT_AS_SAID] = { "FAIL", STYLE_BAD },
    [VERIFY_SKIPPED] = { "skip", STYLE_WARN },
};
static_assert(COUNT_OF(marks) == VERIFY_STATUS_COUNT, "one mark per status");

/* The last thing of a line has no blanks behind it. */
static void put_row(const struct matrix *m, const struct verify_submission *submission)
{
    struct screen *s = m->screen;
    screen_put_padded(s, marks[submission->status].style, marks[submission->status].text, MARK);
    screen_put_padded(s, STYLE_PLAIN, submission->name, m->name_columns);
    screen_spaces(s, 2);
    if (m->first == 0) {
        screen_put_padded(s, STYLE_PLAIN, submission->expected, EXPECTED - 1);
        screen_spaces(s, 1);
        screen_put_padded(s, verdict_style(submission->verdict), verdict_code(submission->verdict),
                          VERDICT);
    }
    static const struct verify_cell nothing = { .verdict = VERDICT_NONE };
    for (size_t i = 0; i < m->count; i++) {
        bool is_there = m->first + i < submission->cell_count;
        put_cell(s, is_there ? &submission->cells[m->first + i] : &nothing, i + 1 == m->count);
    }
    screen_newline(s);
}

static void put_matrix(struct screen *screen, const struct verification *v)
{
    struct matrix m = { .screen = screen, .v = v, .name_columns = name_columns(v) };
    if (v->submission_count == 0)
        return;
    do {
        size_t lead = MARK + m.name_columns + 2 + (m.first == 0 ? EXPECTED + VERDICT : 0);
        size_t fit = lead + CELL <= screen->width ? (screen->width - lead) / CELL : 1;
        m.count = fit < v->group_count - m.first ? fit : v->group_count - m.first;
        screen_newline(screen);
        put_head(&m);
        for (size_t i = 0; i < v->submission_count; i++)
            put_row(&m, &v->submissions[i]);
        m.first += m.count;
    } while (m.first < v->group_count);
}

/* ---- the rest ---- */

static void put_labelled(struct screen *s, enum style style, const char *label, const char *place,
                         const char *text)
{
    enum { INDENT = 9 };
    SCOPED_BUF line;
    buf_init(&line, 64 * 1024);
    buf_printf(&line, "%s%s%s", place, *place ? ": " : "", text);
    screen_put_padded(s, style, label, INDENT);
    screen_put_wrapped(s, STYLE_PLAIN, buf_text(&line), INDENT, INDENT);
}

static void put_time(struct screen *s, const struct verification *v)
{
    const struct verify_time *t = &v->time;
    char limit[32], high[32], one[32];
    SCOPED_BUF line;
    buf_init(&line, 4096);
    if (!t->is_known)
        return;
    put_seconds(limit, sizeof limit, t->limit_us, false);
    put_seconds(high, sizeof high, t->high_us, false);
    buf_printf(&line, "%s s %s", limit, t->limit_is_measured ? "measured" : "given");
    if (*t->slowest) {
        put_seconds(one, sizeof one, t->slowest_us, false);
        buf_printf(&line, "; slowest that must not be too slow %s s (%s)", one, t->slowest);
    }
    if (*t->fastest) {
        put_seconds(one, sizeof one, t->fastest_us, t->fastest_is_cut);
        buf_printf(&line, "; fastest that must be too slow %s s (%s), beyond %s s", one, t->fastest,
                   high);
    }
    put_labelled(s, STYLE_FAINT, "limit", "", buf_text(&line));
}

static void put_checks(struct screen *s, const struct verification *v)
{
    if (v->check_count > 0)
        screen_newline(s);
    for (size_t i = 0; i < v->check_count; i++) {
        const struct verify_check *check = &v->checks[i];
        put_labelled(s, check->passed ? STYLE_GOOD : STYLE_WARN, check->passed ? "ok" : "look",
                     *check->place ? check->place : verify_area_name(check->area), check->text);
    }
}

static void put_findings(struct screen *s, const struct verification *v)
{
    if (v->finding_count > 0)
        screen_newline(s);
    for (size_t i = 0; i < v->finding_count; i++) {
        const struct verify_finding *finding = &v->findings[i];
        bool is_error = finding->level == FINDING_ERROR;
        put_labelled(s, is_error ? STYLE_BAD : STYLE_WARN, finding_level_name(finding->level),
                     *finding->place ? finding->place : verify_area_name(finding->area),
                     finding->text);
    }
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void put_conclusion(struct screen *s, const struct verification *v)
{
    char text[160];
    const char *word = *v->fault       ? "NOT VERIFIED"
                       : *v->bad_input ? "BAD PACKAGE"
                       : v->passed     ? "AS ITS AUTHOR SAYS"
                                       : "NOT AS ITS AUTHOR SAYS";
    screen_newline(s);
    screen_put(s, v->passed ? STYLE_GOOD : STYLE_BAD, word);
    if (*v->bad_input || *v->fault) {
        screen_newline(s);
        return;
    }
    snprintf(text, sizeof text, ": %zu error%s, %zu warning%s, %zu submission%s, %zu case%s",
             v->error_count, plural(v->error_count), v->warning_count, plural(v->warning_count),
             v->submission_count, plural(v->submission_count), v->case_count,
             plural(v->case_count));
    screen_put(s, STYLE_PLAIN, text);
    screen_newline(s);
}

static void put_package(struct screen *s, const struct verification *v)
{
    screen_put(s, STYLE_STRONG, v->package);
    if (*v->name) {
        screen_put(s, STYLE_PLAIN, "  ");
        screen_put(s, STYLE_PLAIN, v->name);
        screen_put(s, STYLE_FAINT, "  ");
        screen_put(s, STYLE_FAINT, v->format);
    }
    screen_newline(s);
    put_time(s, v);
    put_matrix(s, v);
    put_checks(s, v);
    put_findings(s, v);
    if (*v->bad_input)
        put_labelled(s, STYLE_BAD, "error", "", v->bad_input);
    if (*v->fault)
        put_labelled(s, STYLE_BAD, "fault", "", v->fault);
    put_conclusion(s, v);
}

bool verification_text(const struct verification_list *list, const struct render_options *options,
                       struct buf *out)
{
    size_t width = options->width ? options->width : WIDTH_DEFAULT;
    width = width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
    struct screen screen = { .out = out, .width = width, .colour = options->colour };
    for (size_t i = 0; i < list->package_count; i++) {
        if (i > 0)
            screen_newline(&screen);
        put_package(&screen, &list->packages[i]);
    }
    return buf_ok(out);
}
