/* margin.c - what there is to say beside the lines of a source. */
#include "grader/report/margin.h"

#include <string.h>

#include "grader/report/growth_words.h"
#include "grader/report/remarks_quality.h"

static const double share_noted = 0.05; /* of the work; a line below is noise */

/* "PATH:12" or "PATH:12:3" with this very path. */
static bool is_in(const char *where, const char *path, unsigned *out_line)
{
    size_t length = strlen(path);
    if (strncmp(where, path, length) != 0 || where[length] != ':')
        return false;
    const char *digits = where + length + 1;
    size_t count = strspn(digits, "0123456789");
    if (count == 0 || count > 9 || (digits[count] != '\0' && digits[count] != ':'))
        return false;
    unsigned line = 0;
    for (size_t i = 0; i < count; i++)
        line = 10 * line + (unsigned)(digits[i] - '0');
    *out_line = line;
    return line > 0;
}

static bool has_line(struct str bytes, unsigned number)
{
    struct str line;
    while (number > 0 && str_next_line(&bytes, &line))
        number--;
    return number == 0;
}

bool margin_find(const struct report_problem *problem, const char *where, size_t *out_source,
                 unsigned *out_line)
{
    for (size_t i = 0; i < problem->source_count; i++)
        if (is_in(where, problem->sources[i].path, out_line) &&
            has_line(problem->sources[i].bytes, *out_line)) {
            *out_source = i;
            return true;
        }
    return false;
}

static void add_diagnostics(const struct report_problem *problem, const char *path,
                            struct margin *margin)
{
    for (size_t i = 0; i < problem->diagnostic_count; i++) {
        const struct report_diagnostic *diagnostic = &problem->diagnostics[i];
        bool is_error = strstr(diagnostic->kind, "error") != NULL;
        if (diagnostic->line == 0 || strcmp(diagnostic->file, path) != 0)
            continue;
        if (!is_error &&
            remarks_quality_has(problem->quality, path, diagnostic->line, QUALITY_INFORMATIVE))
            continue; /* the finding says it better */
        margin->notes[margin->count++] =
            (struct margin_note){ diagnostic->line,
                                  is_error ? REMARK_ESSENTIAL : REMARK_ACTIONABLE,
                                  diagnostic->kind,
                                  diagnostic->message,
                                  "",
                                  false,
                                  0 };
    }
}

/* The kinds of findings are the first three of remarks. */
static enum remark_kind kind_of(enum quality_kind kind)
{
    static const enum remark_kind kinds[] = { [QUALITY_ESSENTIAL] = REMARK_ESSENTIAL,
                                              [QUALITY_ACTIONABLE] = REMARK_ACTIONABLE,
                                              [QUALITY_INFORMATIVE] = REMARK_INFORMATIVE };
    return kinds[kind];
}

static void add_findings(const struct report_quality *quality, const char *path,
                         struct margin *margin)
{
    for (size_t i = 0; i < quality->finding_count; i++) {
        const struct quality_finding *finding = &quality->findings[i];
        if (finding->line > 0 && strcmp(finding->file, path) == 0)
            margin->notes[margin->count++] = (struct margin_note){ finding->line,
                                                                   kind_of(finding->kind),
                                                                   finding->rule,
                                                                   finding->message,
                                                                   finding->change,
                                                                   false,
                                                                   0 };
    }
}

static bool is_said(const struct margin *margin, unsigned line, const char *text)
{
    for (size_t i = 0; i < margin->count; i++)
        if (margin->notes[i].line == line && strstr(text, margin->notes[i].text))
            return true;
    return false;
}

static void add_remarks(const struct report_problem *problem, const char *path,
                        struct margin *margin)
{
    for (size_t i = 0; i < problem->remark_count; i++) {
        const struct report_remark *remark = &problem->remarks[i];
        unsigned line;
        if (is_in(remark->where, path, &line) && !is_said(margin, line, remark->text))
            margin->notes[margin->count++] = (struct margin_note){ line,
                                                                   remark->kind,
                                                                   remark_kind_name(remark->kind),
                                                                   remark->text,
                                                                   remark->change,
                                                                   false,
                                                                   0 };
    }
}

/* The lines that cost most; what is asked for and not met makes them something to change. */
static void add_growth(const struct report_growth *growth, const char *path, struct arena *arena,
                       struct margin *margin)
{
    struct growth_span span;
    const struct report_curve *time = growth_curve_of(growth, GROWTH_TIME);
    bool is_bad = time && growth_is_judged(time) && !time->met;
    if (!growth_hottest(growth->lines, growth->line_count, &span))
        return;
    for (size_t i = 0; i < growth->line_count; i++) {
        const struct growth_line *line = &growth->lines[i];
        bool is_hottest = strcmp(line->file, span.file) == 0 && line->line >= span.first &&
                          line->line <= span.last;
        if (line->line == 0 || strcmp(line->file, path) != 0 ||
            (line->share < share_noted && !is_hottest))
            continue;
        margin->notes[margin->count++] =
            (struct margin_note){ line->line,
                                  is_bad && is_hottest ? REMARK_ACTIONABLE : REMARK_INFORMATIVE,
                                  growth_words_line(growth, line, arena),
                                  line->share < 0.005 ? "under 1 % of the work"
                                                      : arena_printf(arena, "%.0f %% of the work",
                                                                     100 * line->share),
                                  "",
                                  true,
                                  0 };
    }
}

static void add_unexecuted(const struct report_growth *growth, const char *path,
                           struct arena *arena, struct margin *margin)
{
    for (size_t i = 0; i < growth->unexecuted_count; i++) {
        const struct growth_line_range *range = &growth->unexecuted[i];
        if (range->first == 0 || strcmp(range->file, path) != 0)
            continue;
        const char *to =
            range->last > range->first ? arena_printf(arena, "(to line %u) ", range->last) : "";
        margin->notes[margin->count++] = (struct margin_note){
            range->first, REMARK_INFORMATIVE,
            "never ran",  arena_printf(arena, "%swhile the growth was measured", to),
            "",           true,
            range->last
        };
    }
}

static void add_never_executed(const struct report_quality *quality, const char *path,
                               struct arena *arena, struct margin *margin)
{
    for (size_t i = 0; i < quality->never_executed_count; i++) {
        const struct quality_lines *lines = &quality->never_executed[i];
        if (lines->first == 0 || strcmp(lines->file, path) != 0)
            continue;
        const char *to =
            lines->last > lines->first ? arena_printf(arena, "(to line %u) ", lines->last) : "";
        margin->notes[margin->count++] =
            (struct margin_note){ lines->first,
                                  REMARK_INFORMATIVE,
                                  lines->on_failure ? "only when a call fails" : "never executed",
                                  arena_printf(arena, "%sby any of %llu public test%s", to,
                                               (unsigned long long)quality->tests_executed,
                                               quality->tests_executed == 1 ? "" : "s"),
                                  "",
                                  true,
                                  lines->last };
    }
}

/* Insertion: few, mostly in order already, and those of one line keep their order. */
static void sort(struct margin *margin)
{
    for (size_t i = 1; i < margin->count; i++) {
        struct margin_note note = margin->notes[i];
        size_t at = i;
        for (; at > 0 && margin->notes[at - 1].line > note.line; at--)
            margin->notes[at] = margin->notes[at - 1];
        margin->notes[at] = note;
    }
}

void margin_make(const struct report_problem *problem, const struct report_source *source,
                 struct arena *arena, struct margin *out)
{
    const struct report_growth *growth = problem->growth;
    size_t most =
        problem->diagnostic_count + problem->remark_count +
        (growth ? growth->line_count + growth->unexecuted_count : 0) +
        (problem->quality ? problem->quality->finding_count + problem->quality->never_executed_count
                          : 0);
    bool is_covered = problem->quality && problem->quality->tests_executed > 0;
    *out = (struct margin){ ARENA_ARRAY(arena, most, struct margin_note), 0 };
    add_diagnostics(problem, source->path, out);
    if (problem->quality)
        add_findings(problem->quality, source->path, out);
    add_remarks(problem, source->path, out);
    if (growth) {
        add_growth(growth, source->path, arena, out);
        if (!is_covered)
            add_unexecuted(growth, source->path, arena, out);
    }
    if (is_covered)
        add_never_executed(problem->quality, source->path, arena, out);
    sort(out);
}
