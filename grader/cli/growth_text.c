/* growth_text.c - a measurement of growth in words. */
#include "grader/cli/growth_text.h"

#include <math.h>

#include "grader/report/growth_words.h"
#include "grader/text/escape.h"

static void put_safe(struct buf *out, const char *text)
{
    escape_put(out, str_of(text), ESCAPE_TERMINAL, ESCAPE_NONE);
}

static void put_required(struct buf *out, const struct report_curve *curve, struct arena *arena)
{
    const char *rest[] = { growth_words_excess(curve, arena), growth_words_multiple(curve, arena) };
    if (!growth_is_judged(curve))
        return;
    buf_puts(out, "; required ");
    put_safe(out, curve->required);
    buf_printf(out, ": %s", curve->met ? "met" : "not met");
    for (size_t i = 0; i < 2; i++)
        buf_printf(out, "%s%s", rest[i][0] ? ", " : "", rest[i]);
}

/* One line a resource. */
static void put_line(struct buf *out, const struct report_curve *curve, struct arena *arena)
{
    buf_printf(out, "%s: ", growth_resource_name(curve->resource));
    put_safe(out, growth_words_measured(curve, arena));
    if (curve->has_fit && curve->separation < 1000)
        buf_printf(out, ", separation %.1f", curve->separation);
    put_required(out, curve, arena);
    buf_putc(out, '\n');
}

/* ---- points ---- */

static void put_bar(struct buf *out, double cost, double least, double most)
{
    enum { WIDTH = 40 };
    double span = log(most) - log(least);
    int length = span > 0 ? (int)lround(WIDTH * (log(cost) - log(least)) / span) : 0;
    for (int i = 0; i < length; i++)
        buf_putc(out, '#');
}

/* Both axes logarithmic: a straight line is a power of n, its steepness the exponent. */
static void put_points(struct buf *out, const struct report_curve *curve)
{
    double least = INFINITY, most = 1;
    for (size_t i = 0; i < curve->point_count; i++) {
        least = fmin(least, fmax(curve->points[i].cost, 1));
        most = fmax(most, curve->points[i].cost);
    }
    for (size_t i = 0; i < curve->point_count; i++) {
        const struct growth_point *p = &curve->points[i];
        buf_printf(out, "  %8.0f ", p->n);
        if (p->m > 0)
            buf_printf(out, "%8.0f ", p->m);
        buf_printf(out, "%14.*f  ", p->cost < 1000 ? 1 : 0, p->cost);
        put_bar(out, fmax(p->cost, 1), least, most);
        buf_putc(out, '\n');
    }
}

static void put_table(struct buf *out, const struct report_growth *growth,
                      const struct report_curve *curve)
{
    if (curve->not_measured[0] || curve->point_count == 0)
        return;
    buf_printf(out, "  %8s %s  %s\n", "n", curve->points[0].m > 0 ? "       m " : "",
               growth_words_unit(growth, curve->resource));
    put_points(out, curve);
}

/* ---- the rest ---- */

/* Where most of the work is done. */
static void put_hottest(struct buf *out, const struct report_growth *growth, struct arena *arena)
{
    struct growth_span span;
    if (!growth_hottest(growth->lines, growth->line_count, &span))
        return;
    buf_puts(out, "hottest: ");
    put_safe(out, span.file);
    buf_printf(out, " %s: ", growth_words_lines(&span, arena));
    put_safe(out, growth_words_span(growth, &span, arena));
    buf_printf(out, ", %.0f %% of the work\n", 100 * span.share);
}

static void put_notes(struct buf *out, const struct report_growth *growth)
{
    if (growth->static_bytes > 0)
        buf_printf(out, "static: %llu bytes\n", (unsigned long long)growth->static_bytes);
    if (growth->stopped[0]) {
        buf_puts(out, "stopped: ");
        put_safe(out, growth->stopped);
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < growth->blind_spot_count; i++) {
        buf_puts(out, i ? ", " : "not counted: the work of ");
        put_safe(out, growth->blind_spots[i]);
    }
    if (growth->blind_spot_count > 0)
        buf_putc(out, '\n');
    if (growth->suspicion[0]) {
        buf_puts(out, "suspicious, a person should look: ");
        put_safe(out, growth->suspicion);
        buf_putc(out, '\n');
    }
}

void growth_text_put(struct buf *out, const struct report_growth *growth)
{
    SCOPED_ARENA arena = { 0 };
    for (size_t i = 0; i < growth->curve_count; i++) {
        const struct report_curve *curve = &growth->curves[i];
        put_line(out, curve, &arena);
        if (curve->resource == GROWTH_TIME || curve->required[0])
            put_table(out, growth, curve);
    }
    put_hottest(out, growth, &arena);
    put_notes(out, growth);
}

void growth_text_summarise(struct buf *out, const struct report_growth *growth)
{
    SCOPED_ARENA arena = { 0 };
    if (growth->not_measured[0]) {
        buf_puts(out, "growth not measured: ");
        put_safe(out, growth->not_measured);
        buf_putc(out, '\n');
        return;
    }
    for (size_t i = 0; i < growth->curve_count; i++)
        if (growth->curves[i].resource == GROWTH_TIME || growth->curves[i].required[0])
            put_line(out, &growth->curves[i], &arena);
    put_hottest(out, growth, &arena);
    put_notes(out, growth);
}
