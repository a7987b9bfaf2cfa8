/* quality_score.c - what a rubric makes of the code. */
#include "grader/rubric/quality_score.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "grader/base/buf.h"

enum { REASONS_MAX = 3, REASON_BYTES_MAX = 2000 };

struct scoring {
    const struct rubric_dimension *dimension;
    const struct quality *quality;
    struct arena *arena;
};

/* One measure's verdict: a share and why; is_known false: it could not be measured. */
struct measured {
    bool is_known;
    double share;
    const char *reason; /* "" when nothing is lost */
};

static double on_line(const struct rubric_measure *measure, double value)
{
    const struct rubric_corner *line = measure->line;
    size_t i = 0;
    while (i < measure->corner_count && line[i].at <= value)
        i++;
    if (i == 0)
        return line[0].pays;
    if (i == measure->corner_count)
        return line[i - 1].pays;
    double part = (value - line[i - 1].at) / (line[i].at - line[i - 1].at);
    return line[i - 1].pays + part * (line[i].pays - line[i - 1].pays);
}

/* --- findings ------------------------------------------------------------------------------ */

static void name_finding(struct buf *text, const struct quality_finding *finding)
{
    buf_printf(text, "%s%s:%u %s", text->length > 0 ? ", " : "", finding->file, finding->line,
               finding->rule);
    for (size_t i = 0; i < finding->tool_count; i++)
        buf_printf(text, "%s%s", i ? " " : " (", finding->tools[i]);
    buf_puts(text, finding->tool_count > 0 ? ")" : "");
}

/* A finding counts once a place and rule: the same in ten lines is still ten things to mend. */
static struct measured measure_findings(const struct scoring *s,
                                        const struct rubric_measure *measure)
{
    SCOPED_BUF names;
    double sum = 0;
    size_t count = 0;
    buf_init(&names, REASON_BYTES_MAX);
    for (size_t i = 0; i < s->quality->finding_count; i++) {
        const struct quality_finding *finding = &s->quality->findings[i];
        double counts = measure->per_kind[finding->kind];
        if (finding->dimension != s->dimension->dimension || counts <= 0)
            continue;
        sum += counts;
        if (count++ < REASONS_MAX)
            name_finding(&names, finding);
    }
    if (count > REASONS_MAX)
        buf_printf(&names, " and %zu more", count - REASONS_MAX);
    const char *reason = "";
    if (count > 0)
        reason = arena_printf(s->arena, "%zu finding%s: %s.", count, count == 1 ? "" : "s",
                              buf_text(&names));
    return (struct measured){ true, on_line(measure, sum), reason };
}

/* --- functions ----------------------------------------------------------------------------- */

static bool is_of_functions(enum quality_measure measure)
{
    return measure >= MEASURE_COGNITIVE && measure <= MEASURE_PARAMETERS;
}

static unsigned value_of(const struct quality_function *function, enum quality_measure measure)
{
    const unsigned values[] = { [MEASURE_COGNITIVE] = function->cognitive,
                                [MEASURE_LINES] = function->lines,
                                [MEASURE_NESTING] = function->nesting,
                                [MEASURE_PARAMETERS] = function->parameters };
    return values[measure];
}

/* Of one function, and the measure that decided; NULL: nothing is lost. */
static double function_share(const struct scoring *s, const struct quality_function *function,
                             const struct rubric_measure **out_worst)
{
    double worst = 1;
    *out_worst = NULL;
    for (size_t i = 0; i < s->dimension->measure_count; i++) {
        const struct rubric_measure *measure = &s->dimension->measures[i];
        if (!is_of_functions(measure->of))
            continue;
        double share = on_line(measure, value_of(function, measure->of));
        if (share < worst) {
            worst = share;
            *out_worst = measure;
        }
    }
    return worst;
}

/* "5 parameters" */
static void put_value(struct buf *text, const struct quality_function *function,
                      enum quality_measure measure)
{
    static const struct {
        const char *before, *behind;
    } words[] = { [MEASURE_COGNITIVE] = { "cognitive complexity ", "" },
                  [MEASURE_LINES] = { "", " lines" },
                  [MEASURE_NESTING] = { "", " levels of nesting" },
                  [MEASURE_PARAMETERS] = { "", " parameters" } };
    buf_printf(text, "%s%u%s", words[measure].before, value_of(function, measure),
               words[measure].behind);
}

/* The functions that cost most, in the order of their cost. */
struct costly {
    const struct quality_function *function[REASONS_MAX];
    const struct rubric_measure *measure[REASONS_MAX];
    double cost[REASONS_MAX];
    size_t count, more;
};

static void note_costly(struct costly *costly, const struct quality_function *function,
                        const struct rubric_measure *measure, double cost)
{
    size_t at = costly->count;
    while (at > 0 && costly->cost[at - 1] < cost)
        at--;
    costly->more += costly->count == REASONS_MAX;
    if (at == REASONS_MAX)
        return;
    if (costly->count < REASONS_MAX)
        costly->count++;
    for (size_t i = costly->count - 1; i > at; i--) {
        costly->function[i] = costly->function[i - 1];
        costly->measure[i] = costly->measure[i - 1];
        costly->cost[i] = costly->cost[i - 1];
    }
    costly->function[at] = function;
    costly->measure[at] = measure;
    costly->cost[at] = cost;
}

static const char *costly_reason(const struct costly *costly, struct arena *arena)
{
    SCOPED_BUF text;
    buf_init(&text, REASON_BYTES_MAX);
    if (costly->count == 0)
        return "";
    for (size_t i = 0; i < costly->count; i++) {
        const struct quality_function *function = costly->function[i];
        buf_printf(&text, "%s%s:%u %s has ", i ? ", " : "", function->file, function->line,
                   function->name);
        put_value(&text, function, costly->measure[i]->of);
    }
    if (costly->more > 0)
        buf_printf(&text, " and %zu more function%s", costly->more, costly->more == 1 ? "" : "s");
    return arena_printf(arena, "By libclang: %s.", buf_text(&text));
}

static struct measured measure_functions(const struct scoring *s)
{
    double lines = 0, paid = 0;
    struct costly costly = { .count = 0 };
    for (size_t i = 0; i < s->quality->function_count; i++) {
        const struct quality_function *function = &s->quality->functions[i];
        const struct rubric_measure *worst;
        double share = function_share(s, function, &worst);
        lines += function->lines;
        paid += share * function->lines;
        if (worst)
            note_costly(&costly, function, worst, (1 - share) * function->lines);
    }
    if (lines <= 0)
        return (struct measured){ .is_known = false };
    return (struct measured){ true, paid / lines, costly_reason(&costly, s->arena) };
}

/* --- shares -------------------------------------------------------------------------------- */

/* "lines are executed by none of 40 public tests (main.c:12-15, main.c:40)". */
static const char *never_executed_words(const struct scoring *s)
{
    const struct quality *q = s->quality;
    SCOPED_BUF names;
    size_t count = 0;
    buf_init(&names, REASON_BYTES_MAX);
    for (size_t i = 0; i < q->never_executed_count; i++) {
        const struct quality_lines *lines = &q->never_executed[i];
        if (lines->on_failure || count++ >= REASONS_MAX)
            continue;
        buf_printf(&names, "%s%s:%u", count > 1 ? ", " : ": ", lines->file, lines->first);
        if (lines->last > lines->first)
            buf_printf(&names, "-%u", lines->last);
    }
    if (count > REASONS_MAX)
        buf_printf(&names, " and %zu more", count - REASONS_MAX);
    return arena_printf(s->arena, "lines are executed by none of %zu public test%s%s",
                        q->tests_executed, q->tests_executed == 1 ? "" : "s", buf_text(&names));
}

static struct measured measure_share(const struct scoring *s, const struct rubric_measure *measure)
{
    const struct quality *q = s->quality;
    const struct {
        size_t part, whole;
        const char *words;
    } shares[QUALITY_MEASURE_COUNT] = {
        [MEASURE_UNCHECKED] = { q->calls_unchecked, q->calls_to_check,
                                "calls that can fail are not checked (libclang)" },
        [MEASURE_REPEATED] = { q->tokens_repeated, q->tokens,
                               "tokens of the code are copies of others (libclang)" },
        [MEASURE_NEVER_EXECUTED] = { q->lines_never_executed, q->lines_executable,
                                     never_executed_words(s) },
    };
    size_t part = shares[measure->of].part, whole = shares[measure->of].whole;
    if (whole == 0) /* no call that can fail is none unchecked; no line counted is nothing known */
        return (struct measured){ measure->of != MEASURE_NEVER_EXECUTED, 1, "" };
    const char *reason = "";
    if (part > 0)
        reason = arena_printf(s->arena, "%zu of %zu %s.", part, whole, shares[measure->of].words);
    return (struct measured){ true, on_line(measure, (double)part / (double)whole), reason };
}

/* --- dimensions ---------------------------------------------------------------------------- */

static bool has_pass(const struct quality *quality, const char *name)
{
    for (size_t i = 0; i < quality->pass_count; i++)
        if (strcmp(quality->passes[i].name, name) == 0)
            return !quality->passes[i].not_analysed;
    return false;
}

/* Findings need one of the analysers, the rest the reader of code. */
static bool is_measurable(const struct quality *quality, enum quality_measure measure)
{
    if (measure == MEASURE_NEVER_EXECUTED)
        return true;
    if (measure != MEASURE_FINDINGS)
        return has_pass(quality, "libclang");
    return has_pass(quality, "gcc") || has_pass(quality, "clang") || has_pass(quality, "cppcheck");
}

static struct measured measure_one(const struct scoring *s, const struct rubric_measure *measure)
{
    if (!is_measurable(s->quality, measure->of))
        return (struct measured){ .is_known = false };
    if (measure->of == MEASURE_FINDINGS)
        return measure_findings(s, measure);
    if (is_of_functions(measure->of))
        return measure_functions(s);
    return measure_share(s, measure);
}

static struct report_dimension score_dimension(const struct scoring *s)
{
    struct report_dimension row = { .dimension = s->dimension->dimension,
                                    .weight = s->dimension->weight,
                                    .share = 1,
                                    .reason = "" };
    for (size_t i = 0; i < s->dimension->measure_count; i++) {
        struct measured measured = measure_one(s, &s->dimension->measures[i]);
        if (!measured.is_known)
            continue;
        row.is_measured = true;
        if (measured.share < row.share || (!*row.reason && *measured.reason)) {
            row.share = fmin(row.share, measured.share);
            row.reason = measured.reason;
        }
    }
    if (!row.is_measured)
        row.reason = "Not measured; it costs no points.";
    else if (!*row.reason)
        row.reason = "Nothing was found.";
    row.share = row.is_measured ? row.share : 0;
    return row;
}

void quality_score(const struct rubric *rubric, const struct quality *quality, struct arena *arena,
                   struct report_dimension **out, size_t *out_count)
{
    *out = ARENA_ARRAY(arena, rubric->dimension_count, struct report_dimension);
    *out_count = rubric->dimension_count;
    for (size_t i = 0; i < rubric->dimension_count; i++) {
        const struct scoring scoring = { &rubric->dimensions[i], quality, arena };
        (*out)[i] = score_dimension(&scoring);
    }
}

bool quality_share(const struct report_dimension *dimensions, size_t count, const char *dimension,
                   double *out_share)
{
    double weight = 0, paid = 0;
    for (size_t i = 0; i < count; i++) {
        const struct report_dimension *row = &dimensions[i];
        const char *name = quality_dimension_name(row->dimension);
        if (!row->is_measured || (dimension && strcmp(dimension, name) != 0))
            continue;
        double counts = dimension ? 1 : row->weight;
        weight += counts;
        paid += counts * row->share;
    }
    if (weight <= 0)
        return false;
    *out_share = paid / weight;
    return true;
}

double quality_mark(const struct rubric *rubric, enum quality_measure measure)
{
    for (size_t i = 0; i < rubric->dimension_count; i++)
        for (size_t j = 0; j < rubric->dimensions[i].measure_count; j++)
            if (rubric->dimensions[i].measures[j].of == measure)
                return rubric->dimensions[i].measures[j].mark;
    return 0;
}
