/* render_text.c - a report for a terminal: a summary that fits a screen, then what to do. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/clock.h"
#include "grader/model/points.h"
#include "grader/report/format.h"
#include "grader/report/growth_words.h"
#include "grader/report/render.h"
#include "grader/report/render_since.h"
#include "grader/report/screen.h"
#include "grader/report/tally.h"
#include "grader/report/text_exhibit.h"
#include "grader/text/escape.h"

enum {
    ID_COLUMNS_MAX = 24,
    POINTS_COLUMNS = 13, /* "112.5 of 240 " */
    LEFT_OUT_MAX = 5,
    CHANGES_SHOWN = 10,
    CHANGES_IN_BRIEF = 5,
    COMMIT_COLUMNS = 12,
    LABEL_COLUMNS = 12,
    GROWTH_COLUMNS = 7, /* "stack  " */
};

static const enum style remark_styles[] = {
    [REMARK_ESSENTIAL] = STYLE_BAD,
    [REMARK_ACTIONABLE] = STYLE_WARN,
    [REMARK_INFORMATIVE] = STYLE_ACCENT,
    [REMARK_PRAISE] = STYLE_GOOD,
};
static const char *const remark_signs[] = {
    [REMARK_ESSENTIAL] = "!",
    [REMARK_ACTIONABLE] = ">",
    [REMARK_INFORMATIVE] = "i",
    [REMARK_PRAISE] = "+",
};
static_assert(COUNT_OF(remark_styles) == REMARK_COUNT && COUNT_OF(remark_signs) == REMARK_COUNT,
              "a style and a sign per kind");

static double share_of(double points, double most)
{
    return most > 0 ? points / most : 0;
}

static void put_points(struct screen *screen, enum style style, double points, double most)
{
    char text[2 * POINTS_TEXT_MAX + 8], a[POINTS_TEXT_MAX], b[POINTS_TEXT_MAX];
    snprintf(text, sizeof text, "%s of %s", points_text(points, a), points_text(most, b));
    screen_put_padded(screen, style, text, POINTS_COLUMNS);
}

/* --- head ---------------------------------------------------------------------------------- */

static void put_label(struct screen *screen, const char *label)
{
    screen_spaces(screen, 2);
    screen_put_padded(screen, STYLE_FAINT, label, LABEL_COLUMNS);
}

static void put_row(struct screen *screen, const char *label, const char *text)
{
    if (text[0] == '\0')
        return;
    put_label(screen, label);
    screen_put_cut(screen, STYLE_PLAIN, str_of(text), screen->width - LABEL_COLUMNS - 2);
    screen_newline(screen);
}

static void put_commit(struct screen *screen, const struct report *report)
{
    char when[CLOCK_TEXT_MAX];
    clock_text(report->commit_when_s, when);
    if (report->commit[0] == '\0')
        return;
    put_label(screen, "commit");
    struct str commit = str_of(report->commit);
    commit.length = commit.length < COMMIT_COLUMNS ? commit.length : COMMIT_COLUMNS;
    screen_put_cut(screen, STYLE_STRONG, commit, COMMIT_COLUMNS);
    if (report->revision[0]) {
        screen_put(screen, STYLE_PLAIN, " (");
        screen_put_cut(screen, STYLE_PLAIN, str_of(report->revision), 24);
        screen_put(screen, STYLE_PLAIN, ")");
    }
    screen_put(screen, STYLE_PLAIN, ", ");
    screen_put(screen, STYLE_PLAIN, when);
    screen_newline(screen);
}

static void put_verdict(struct screen *screen, const struct report *report)
{
    struct tally tally = tally_problems(report);
    char text[96];
    screen_spaces(screen, 2);
    if (tally.graded == 0) {
        screen_put(screen, STYLE_WARN, "NOT GRADED");
        screen_put(screen, STYLE_PLAIN, "  no problem could be graded");
        screen_newline(screen);
        return;
    }
    screen_put(screen, report->passed ? STYLE_GOOD : STYLE_BAD,
               report->passed ? "PASSED" : "NOT PASSED");
    snprintf(text, sizeof text, "  %zu of %zu graded problem%s at or above the bar, ", tally.passed,
             tally.graded, tally.graded == 1 ? "" : "s");
    screen_put(screen, STYLE_PLAIN, text);
    char points[POINTS_TEXT_MAX], most[POINTS_TEXT_MAX];
    snprintf(text, sizeof text, "%s of %s", points_text(report->points, points),
             points_text(report->max_points, most));
    screen_put(screen, STYLE_STRONG, text);
    screen_put(screen, STYLE_PLAIN, " points");
    screen_newline(screen);
}

static void put_head(struct screen *screen, const struct report *report)
{
    char bar[POINTS_TEXT_MAX];
    put_row(screen, "candidate", report->author);
    put_commit(screen, report);
    put_row(screen, "subject", report->subject);
    put_row(screen, "repository", report->origin);
    put_label(screen, "rubric");
    screen_put_cut(screen, STYLE_PLAIN, str_of(report->rubric_title), screen->width / 2);
    screen_put(screen, STYLE_PLAIN, ", bar ");
    screen_put(screen, STYLE_PLAIN, points_text(report->pass_percent, bar));
    screen_put(screen, STYLE_PLAIN, " %");
    screen_newline(screen);
    screen_newline(screen);
    put_verdict(screen, report);
    screen_newline(screen);
}

/* --- one line a problem -------------------------------------------------------------------- */

static size_t id_columns(const struct report *report)
{
    size_t widest = 8;
    for (size_t i = 0; i < report->problem_count; i++) {
        size_t columns = escape_columns(str_of(report->problems[i].id));
        widest = columns > widest ? columns : widest;
    }
    return widest < ID_COLUMNS_MAX ? widest : ID_COLUMNS_MAX;
}

static void put_ungraded_line(struct screen *screen, const struct report_problem *problem,
                              size_t used)
{
    enum style style = problem->status == STATUS_NOT_GRADED ? STYLE_WARN : STYLE_FAINT;
    used += screen_put(screen, style, report_status_name(problem->status));
    used += screen_put(screen, STYLE_PLAIN, ": ");
    size_t indent = used < screen->width - 20 ? used : 4;
    screen_put_wrapped(screen, STYLE_PLAIN, problem->not_graded, used, indent);
}

static void put_problem_line(struct screen *screen, const struct report_problem *problem,
                             size_t columns)
{
    screen_spaces(screen, 2);
    screen_put_padded(screen, STYLE_STRONG, problem->id, columns + 2);
    if (problem->status != STATUS_GRADED) {
        put_ungraded_line(screen, problem, columns + 4);
        return;
    }
    enum style style = problem->passed ? STYLE_GOOD : STYLE_BAD;
    screen_put_padded(screen, style, verdict_code(problem->verdict), 4);
    size_t cells = screen->width >= 72 ? 20 : 8;
    screen_put_bar(screen, style, share_of(problem->points, problem->max_points), cells);
    screen_spaces(screen, 2);
    put_points(screen, STYLE_PLAIN, problem->points, problem->max_points);
    screen_put(screen, style, problem->passed ? "passed" : "below the bar");
    screen_newline(screen);
}

/* --- what to do ---------------------------------------------------------------------------- */

static void put_remark(struct screen *screen, const struct report_remark *remark, bool verbose)
{
    screen_spaces(screen, 2);
    screen_put(screen, remark_styles[remark->kind], remark_signs[remark->kind]);
    screen_spaces(screen, 1);
    size_t at = 4;
    if (remark->where[0]) {
        at += screen_put_cut(screen, STYLE_STRONG, str_of(remark->where), screen->width / 2);
        at += screen_put(screen, STYLE_PLAIN, ": ");
    }
    screen_put_wrapped(screen, STYLE_PLAIN, remark->text, at, 4);
    if (remark->change[0]) {
        screen_spaces(screen, 4);
        screen_put_wrapped(screen, STYLE_PLAIN, remark->change, 4, 4);
    }
    if (verbose && remark->read_on[0]) {
        screen_spaces(screen, 4);
        screen_put(screen, STYLE_FAINT, "Read on: ");
        screen_put_wrapped(screen, STYLE_FAINT, remark->read_on, 13, 4);
    }
}

static void put_more_remarks(struct screen *screen, size_t more, const char *option)
{
    char text[64];
    snprintf(text, sizeof text, "and %zu remark%s more (%s)", more, more == 1 ? "" : "s", option);
    if (more == 0)
        return;
    screen_spaces(screen, 4);
    screen_put(screen, STYLE_FAINT, text);
    screen_newline(screen);
}

static void put_criterion(struct screen *screen, const struct report_criterion *criterion)
{
    screen_spaces(screen, 4);
    if (criterion->in_force)
        put_points(screen, STYLE_PLAIN, criterion->points, criterion->max_points);
    else
        screen_put_padded(screen, STYLE_FAINT, "not measured", POINTS_COLUMNS);
    size_t at = 4 + POINTS_COLUMNS;
    at += screen_put_cut(screen, criterion->in_force ? STYLE_PLAIN : STYLE_FAINT,
                         str_of(criterion->title), screen->width / 2);
    if (!criterion->in_force) {
        screen_newline(screen);
        return;
    }
    if (criterion->level[0]) {
        at += screen_put(screen, STYLE_PLAIN, " (");
        at += screen_put(screen, STYLE_PLAIN, criterion->level);
        at += screen_put(screen, STYLE_PLAIN, ")");
    }
    at += screen_put(screen, STYLE_PLAIN, ": ");
    screen_put_wrapped(screen, STYLE_FAINT, criterion->reason, at, 4 + POINTS_COLUMNS);
}

static void put_diagnostics(struct screen *screen, const struct report_problem *problem,
                            size_t most)
{
    for (size_t i = 0; i < problem->diagnostic_count && i < most; i++) {
        const struct report_diagnostic *diagnostic = &problem->diagnostics[i];
        char place[64];
        snprintf(place, sizeof place, ":%u:%u: ", diagnostic->line, diagnostic->column);
        screen_spaces(screen, 4);
        size_t at = 4;
        if (diagnostic->file[0]) {
            at += screen_put_cut(screen, STYLE_STRONG, str_of(diagnostic->file), screen->width / 3);
            at += screen_put(screen, STYLE_PLAIN, diagnostic->line > 0 ? place : ": ");
        }
        at += screen_put(screen, strstr(diagnostic->kind, "error") ? STYLE_BAD : STYLE_WARN,
                         diagnostic->kind);
        at += screen_put(screen, STYLE_PLAIN, ": ");
        screen_put_wrapped(screen, STYLE_PLAIN, diagnostic->message, at, 6);
    }
    size_t more = problem->diagnostics_more;
    more += problem->diagnostic_count > most ? problem->diagnostic_count - most : 0;
    if (more == 0)
        return;
    char text[64];
    snprintf(text, sizeof text, "and %zu more", more);
    screen_spaces(screen, 4);
    screen_put(screen, STYLE_FAINT, text);
    screen_newline(screen);
}

static void put_figures(struct screen *screen, const struct report_problem *problem,
                        const struct report_case *test)
{
    char cpu[FORMAT_TEXT_MAX] = "-", memory[FORMAT_TEXT_MAX] = "-", over[FORMAT_TEXT_MAX + 8];
    if (test->has_figures) {
        format_duration(test->cpu_us, cpu);
        format_bytes(test->memory_bytes, memory);
    } else if (test->verdict == VERDICT_TIME_LIMIT) {
        snprintf(over, sizeof over, "> %s", format_duration(problem->time_limit_us, cpu));
        screen_put_padded(screen, STYLE_PLAIN, over, 24);
        return;
    } else if (test->verdict == VERDICT_MEMORY_LIMIT) {
        screen_spaces(screen, 12);
        snprintf(over, sizeof over, "> %s", format_bytes(problem->memory_limit_bytes, memory));
        screen_put_padded(screen, STYLE_PLAIN, over, 12);
        return;
    }
    screen_put_padded(screen, STYLE_PLAIN, cpu, 12);
    screen_put_padded(screen, STYLE_PLAIN, memory, 12);
}

static void put_cases(struct screen *screen, const struct report_problem *problem)
{
    for (size_t i = 0; i < problem->case_count; i++) {
        const struct report_case *test = &problem->cases[i];
        enum style style = test->verdict == VERDICT_ACCEPTED ? STYLE_GOOD
                           : test->verdict == VERDICT_NONE   ? STYLE_FAINT
                                                             : STYLE_BAD;
        screen_spaces(screen, 4);
        screen_put_padded(screen, style, verdict_code(test->verdict), 4);
        screen_put_padded(screen, STYLE_PLAIN, test->name, screen->width > 70 ? 32 : 20);
        screen_spaces(screen, 1);
        put_figures(screen, problem, test);
        screen_put_cut(screen, STYLE_FAINT, str_of(test->cause), screen->width / 2);
        screen_newline(screen);
    }
}

/* "lrucache  LRU cache  accepted": the name gets what the rest leaves it. */
static void put_title(struct screen *screen, const struct report_problem *problem)
{
    const char *phrase = verdict_phrase(problem->verdict);
    const char *note = problem->borderline ? ", near the time limit" : "";
    size_t id = screen_put_cut(screen, STYLE_STRONG, str_of(problem->id), ID_COLUMNS_MAX);
    size_t used = id + strlen(phrase) + strlen(note) + 4;
    screen_spaces(screen, 2);
    if (used < screen->width) {
        screen_put_cut(screen, STYLE_FAINT, str_of(problem->name), screen->width - used);
        screen_spaces(screen, 2);
    }
    screen_put(screen, problem->verdict == VERDICT_ACCEPTED ? STYLE_GOOD : STYLE_BAD, phrase);
    screen_put(screen, STYLE_WARN, note);
    screen_newline(screen);
}

/* "cost      time n^2 (certain), asked for n log n: grows too fast, …" */
static void put_curve(struct screen *screen, const struct report_curve *curve, struct arena *arena)
{
    const char *excess = growth_words_excess(curve, arena);
    const char *multiple = growth_words_multiple(curve, arena);
    const size_t at = 4 + GROWTH_COLUMNS;
    screen_spaces(screen, 4);
    screen_put_padded(screen, STYLE_STRONG, growth_resource_name(curve->resource), GROWTH_COLUMNS);
    const char *text = growth_words_measured(curve, arena);
    if (growth_is_judged(curve))
        text = arena_printf(arena, "%s; asked for %s: %s%s%s%s%s", text, curve->required,
                            curve->met ? "met" : "grows too fast", excess[0] ? ", " : "", excess,
                            multiple[0] ? ", " : "", multiple);
    bool is_bad = growth_is_judged(curve) && !curve->met;
    screen_put_wrapped(screen, is_bad ? STYLE_BAD : STYLE_PLAIN, text, at, at);
}

static void put_growth_note(struct screen *screen, enum style style, const char *text)
{
    screen_spaces(screen, 4);
    screen_put_wrapped(screen, style, text, 4, 4);
}

/* Short: what costs points is told with the points, and where by a remark. */
static void put_growth(struct screen *screen, const struct report_problem *problem, bool verbose)
{
    const struct report_growth *growth = problem->growth;
    SCOPED_ARENA arena = { 0 };
    bool is_full = problem->points >= problem->max_points;
    struct growth_span span;
    if (growth->not_measured[0] && verbose)
        put_growth_note(screen, STYLE_FAINT,
                        arena_printf(&arena, "growth not measured: %s", growth->not_measured));
    if (growth->not_measured[0])
        return;
    for (size_t i = 0; i < growth->curve_count; i++)
        if (verbose || (is_full && growth_is_judged(&growth->curves[i])))
            put_curve(screen, &growth->curves[i], &arena);
    if (verbose && growth_hottest(growth->lines, growth->line_count, &span))
        put_growth_note(screen, STYLE_PLAIN,
                        arena_printf(&arena, "hottest: %s, %s (%s, %.0f %% of the work)", span.file,
                                     growth_words_lines(&span, &arena),
                                     growth_words_span(growth, &span, &arena), 100 * span.share));
    if (growth->suspicion[0])
        put_growth_note(
            screen, STYLE_WARN,
            arena_printf(&arena, "suspicious, a person should look: %s", growth->suspicion));
}

/* "code      memory 100 %, structure 80 %"; verbose: every finding too. */
static void put_quality(struct screen *screen, const struct report_quality *quality, bool verbose)
{
    SCOPED_ARENA arena = { 0 };
    const char *text = "";
    if (quality->not_analysed[0])
        text = arena_printf(&arena, "not inspected: %s", quality->not_analysed);
    for (size_t i = 0; i < quality->dimension_count; i++) {
        const struct report_dimension *row = &quality->dimensions[i];
        if (row->is_measured)
            text = arena_printf(&arena, "%s%s%s %.0f %%", text, *text ? ", " : "",
                                quality_dimension_name(row->dimension), 100 * row->share);
    }
    const size_t at = 4 + GROWTH_COLUMNS;
    screen_spaces(screen, 4);
    screen_put_padded(screen, STYLE_STRONG, "code", GROWTH_COLUMNS);
    screen_put_wrapped(screen, STYLE_PLAIN, text, at, at);
    for (size_t i = 0; verbose && i < quality->finding_count; i++) {
        const struct quality_finding *finding = &quality->findings[i];
        put_growth_note(screen,
                        finding->kind == QUALITY_ESSENTIAL    ? STYLE_BAD
                        : finding->kind == QUALITY_ACTIONABLE ? STYLE_WARN
                                                              : STYLE_FAINT,
                        arena_printf(&arena, "%s:%u: %s: %s [%s]", finding->file, finding->line,
                                     quality_kind_name(finding->kind), finding->message,
                                     finding->rule));
    }
    for (size_t i = 0; verbose && i < quality->pass_count; i++)
        if (quality->passes[i].not_analysed[0])
            put_growth_note(screen, STYLE_FAINT,
                            arena_printf(&arena, "not analysed by %s: %s", quality->passes[i].name,
                                         quality->passes[i].not_analysed));
}

/* "package 0123456789ab, sources ba9876543210" */
static void put_hashes(struct screen *screen, const struct report_problem *problem)
{
    enum { HASH_COLUMNS = 12 };
    const char *const hashes[] = { problem->package_hash, problem->submission_hash };
    const char *const names[] = { "package ", "sources " };
    const char *before = "";
    for (size_t i = 0; i < COUNT_OF(hashes); i++) {
        if (hashes[i][0] == '\0')
            continue;
        struct str hash = str_of(hashes[i]);
        hash.length = hash.length < HASH_COLUMNS ? hash.length : HASH_COLUMNS;
        screen_put(screen, STYLE_FAINT, before[0] ? before : "    ");
        screen_put(screen, STYLE_FAINT, names[i]);
        screen_put_cut(screen, STYLE_FAINT, hash, HASH_COLUMNS);
        before = ", ";
    }
    if (before[0])
        screen_newline(screen);
}

static void put_problem(struct screen *screen, const struct report_problem *problem, bool verbose)
{
    enum { ERRORS_SHOWN = 5, REMARKS_SHOWN = 3 };
    size_t shown = verbose || problem->remark_count <= REMARKS_SHOWN ? problem->remark_count
                                                                     : (size_t)REMARKS_SHOWN;
    screen_newline(screen);
    put_title(screen, problem);
    put_hashes(screen, problem);
    for (size_t i = 0; i < shown; i++)
        put_remark(screen, &problem->remarks[i], verbose);
    put_more_remarks(screen, problem->remark_count - shown, "--verbose");
    if (!problem->compiled || verbose)
        put_diagnostics(screen, problem, verbose ? problem->diagnostic_count : ERRORS_SHOWN);
    if (verbose || problem->points < problem->max_points)
        for (size_t i = 0; i < problem->criterion_count; i++)
            if (verbose || problem->criteria[i].in_force)
                put_criterion(screen, &problem->criteria[i]);
    if (problem->growth)
        put_growth(screen, problem, verbose);
    if (problem->quality)
        put_quality(screen, problem->quality, verbose);
    for (size_t i = 0; i < problem->case_count; i++)
        if (problem->cases[i].exhibit)
            text_exhibit(screen, &problem->cases[i]);
    text_counterexample(screen, problem->counterexample);
    if (verbose)
        put_cases(screen, problem);
}

/* What to do first, of every problem some: a screen holds about six remarks. */
static void put_brief(struct screen *screen, const struct report_problem *problem, size_t count)
{
    enum { REMARKS_ON_SCREEN = 6, REMARKS_MOST = 4 };
    size_t most = count < REMARKS_ON_SCREEN ? REMARKS_ON_SCREEN / count : 1;
    size_t room = most < REMARKS_MOST ? most : REMARKS_MOST, shown = 0;
    screen_newline(screen);
    put_title(screen, problem);
    for (; shown < problem->remark_count && shown < room; shown++) {
        if (shown > 0 && problem->remarks[shown].kind > REMARK_ACTIONABLE)
            break;
        put_remark(screen, &problem->remarks[shown], false);
    }
    put_more_remarks(screen, problem->remark_count - shown, "--details");
}

/* --- foot ---------------------------------------------------------------------------------- */

/* The reason is short, and says what to do: rather the name is cut. */
static void put_left_out_file(struct screen *screen, const struct report_left_out *file,
                              const char *label)
{
    enum { NAME_COLUMNS_MIN = 12 };
    size_t room = screen->width - LABEL_COLUMNS - 4, reason = strlen(file->reason);
    size_t most = room > reason + NAME_COLUMNS_MIN ? room - reason : NAME_COLUMNS_MIN;
    put_label(screen, label);
    size_t used = screen_put_cut(screen, STYLE_PLAIN, file->name, most);
    screen_put(screen, STYLE_FAINT, "  ");
    screen_put_cut(screen, STYLE_FAINT, str_of(file->reason), room - used);
    screen_newline(screen);
}

static void put_left_out(struct screen *screen, const struct report *report, size_t most)
{
    size_t shown = report->left_out_count < most ? report->left_out_count : most;
    size_t more = report->left_out_count - shown + report->left_out_more;
    for (size_t i = 0; i < shown; i++)
        put_left_out_file(screen, &report->left_out[i], i == 0 ? "left out" : "");
    char text[64];
    snprintf(text, sizeof text, "%s%zu more", shown ? "and " : "", more);
    if (more > 0)
        put_row(screen, shown ? "" : "left out", text);
}

static void put_protection(struct screen *screen, const struct report *report)
{
    SCOPED_BUF layers;
    buf_init(&layers, 4096);
    for (size_t i = 0; i < report->protection_count; i++) {
        buf_puts(&layers, i ? ", " : "");
        buf_puts(&layers, report->protection[i]);
    }
    put_label(screen, "protection");
    screen_put_wrapped(screen, STYLE_PLAIN, layers.length ? buf_text(&layers) : "none",
                       LABEL_COLUMNS + 2, LABEL_COLUMNS + 2);
}

static void put_tools(struct screen *screen, const struct report *report)
{
    SCOPED_BUF tools;
    buf_init(&tools, 4096);
    for (size_t i = 0; i < report->tool_count; i++)
        buf_printf(&tools, "%s%s %s", i ? ", " : "", report->tools[i].name,
                   report->tools[i].version);
    if (tools.length == 0)
        return;
    put_label(screen, "tools");
    screen_put_wrapped(screen, STYLE_PLAIN, buf_text(&tools), LABEL_COLUMNS + 2, LABEL_COLUMNS + 2);
}

static void put_foot(struct screen *screen, const struct report *report,
                     const struct render_options *options)
{
    bool verbose = options && options->verbose;
    bool practice = strcmp(report->key, "practice") == 0;
    char when[CLOCK_TEXT_MAX];
    clock_text(report->graded_at_s, when);
    screen_newline(screen);
    put_left_out(screen, report, verbose ? report->left_out_count : LEFT_OUT_MAX);
    put_protection(screen, report);
    put_row(screen, "key",
            practice ? "practice: the hidden tests can be made by anybody" : report->key);
    if (!options || !options->brief)
        put_tools(screen, report);
    put_label(screen, "graded");
    screen_put(screen, STYLE_PLAIN, when);
    screen_put(screen, STYLE_PLAIN, " by grader ");
    screen_put_cut(screen, STYLE_PLAIN, str_of(report->grader_version), 32);
    screen_newline(screen);
}

static bool has_to_mend(const struct report_problem *problem)
{
    bool mend = problem->points < problem->max_points;
    for (size_t i = 0; i < problem->remark_count; i++)
        mend |= problem->remarks[i].kind <= REMARK_ACTIONABLE;
    return mend;
}

static void put_problems(struct screen *screen, const struct report *report,
                         const struct render_options *options)
{
    bool is_brief = options && options->brief, verbose = options && options->verbose;
    size_t to_mend = 0;
    for (size_t i = 0; i < report->problem_count; i++)
        to_mend += report->problems[i].status == STATUS_GRADED && has_to_mend(&report->problems[i]);
    for (size_t i = 0; i < report->problem_count; i++) {
        const struct report_problem *problem = &report->problems[i];
        if (problem->status != STATUS_GRADED)
            continue;
        if (!is_brief)
            put_problem(screen, problem, verbose);
        else if (has_to_mend(problem))
            put_brief(screen, problem, to_mend);
    }
}

static bool render(const struct report *report, const struct render_options *options,
                   struct buf *out)
{
    struct screen screen = screen_make(options, out);
    bool verbose = options && options->verbose, is_brief = options && options->brief;
    size_t columns = id_columns(report);
    put_head(&screen, report);
    for (size_t i = 0; i < report->problem_count; i++)
        put_problem_line(&screen, &report->problems[i], columns);
    if (report->since) {
        screen_newline(&screen);
        text_since(&screen, report->since,
                   verbose    ? SIZE_MAX
                   : is_brief ? CHANGES_IN_BRIEF
                              : CHANGES_SHOWN);
    }
    put_problems(&screen, report, options);
    put_foot(&screen, report, options);
    return buf_ok(out);
}

const struct renderer render_text = { "text", "txt", render };
