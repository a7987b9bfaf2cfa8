/* plot.c - a curve of costs as a drawing: SVG, both axes logarithmic. */
#include "grader/report/plot.h"

#include <math.h>

#include "grader/base/attr.h"
#include "grader/text/escape.h"

/* The drawing's own units. */
enum {
    WIDTH = 640,
    HEIGHT = 330,
    LEFT = 70,
    RIGHT = 16,
    TOP = 16,
    BOTTOM = 46,
    SAMPLES = 48, /* of a class's line */
    TICKS_MAX = 7,
    POINTS_MAX = 200,
    NAME_COLUMNS = 40,
};

/* Less would make noise of a few units look like a mountain. */
static const double least_span = 2.302585; /* one decade */

/* What is seen: natural logarithms of sizes and costs. */
struct frame {
    double x_least, x_most, y_least, y_most;
};

struct plot {
    const struct report_curve *curve;
    struct frame frame;
    struct buf *out;
};

/* A class through the curve: a + b·g(n), relative to the scale of g at the largest size. */
struct line {
    enum growth_class class;
    double a, b, log_scale;
};

/* ---- numbers ---- */

static bool is_usable(const struct growth_point *point)
{
    return isfinite(point->n) && point->n >= 1 && isfinite(point->cost) && point->cost >= 0;
}

static double log_cost(double cost)
{
    return log(fmax(cost, 1));
}

static void widen(struct frame *frame, double x, double y)
{
    frame->x_least = fmin(frame->x_least, x);
    frame->x_most = fmax(frame->x_most, x);
    frame->y_least = fmin(frame->y_least, y);
    frame->y_most = fmax(frame->y_most, y);
}

static size_t widen_by(struct frame *frame, const struct growth_point *points, size_t count)
{
    size_t usable = 0;
    for (size_t i = 0; i < count && i < POINTS_MAX; i++) {
        if (!is_usable(&points[i]))
            continue;
        widen(frame, log(points[i].n), log_cost(points[i].cost));
        usable++;
    }
    return usable;
}

static bool set_frame(struct plot *plot)
{
    const struct report_curve *curve = plot->curve;
    struct frame *frame = &plot->frame;
    *frame = (struct frame){ INFINITY, -INFINITY, INFINITY, -INFINITY };
    if (widen_by(frame, curve->points, curve->point_count) < 2 || !(frame->x_most > frame->x_least))
        return false;
    widen_by(frame, curve->reference, curve->reference_count);
    double missing = least_span - (frame->y_most - frame->y_least);
    if (missing > 0) {
        frame->y_least = fmax(frame->y_least - missing / 2, 0);
        frame->y_most = frame->y_least + least_span;
    }
    double margin = (frame->y_most - frame->y_least) / 20;
    frame->y_least -= margin;
    frame->y_most += margin;
    return true;
}

static double place_x(const struct plot *plot, double log_n)
{
    const struct frame *f = &plot->frame;
    return LEFT + (WIDTH - LEFT - RIGHT) * (log_n - f->x_least) / (f->x_most - f->x_least);
}

static double place_y(const struct plot *plot, double log_y)
{
    const struct frame *f = &plot->frame;
    return HEIGHT - BOTTOM -
           (HEIGHT - TOP - BOTTOM) * (log_y - f->y_least) / (f->y_most - f->y_least);
}

/* ---- axes ---- */

static void put_label(const struct plot *plot, double x, double y, const char *anchor, double value)
{
    static const char *const units[] = { "", "k", "M", "G", "T" };
    size_t unit = 0;
    while (unit + 1 < COUNT_OF(units) &&
           (value >= 10000 || (value >= 1000 && fmod(value, 1000) == 0))) {
        value /= 1000;
        unit++;
    }
    buf_printf(plot->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%.*f%s</text>", x, y,
               anchor, value < 10 && value != floor(value) ? 1 : 0, value, units[unit]);
}

/* Every power of the base within the frame, thinned until few are left. */
static unsigned tick_step(double from, double to, double log_base)
{
    unsigned step = 1;
    while ((to - from) / log_base / step > TICKS_MAX)
        step++;
    return step;
}

static void put_x_axis(const struct plot *plot)
{
    const struct frame *f = &plot->frame;
    const double base = log(2);
    unsigned step = tick_step(f->x_least, f->x_most, base);
    for (double k = ceil(f->x_least / base - 1e-9); k * base <= f->x_most + 1e-9; k += step) {
        double x = place_x(plot, k * base);
        buf_printf(plot->out, "<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, HEIGHT - BOTTOM);
        put_label(plot, x, HEIGHT - BOTTOM + 16, "middle", exp2(k));
    }
    buf_printf(plot->out, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">n</text>",
               (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8);
}

static void put_y_tick(const struct plot *plot, double value)
{
    const struct frame *f = &plot->frame;
    if (log(value) < f->y_least || log(value) > f->y_most)
        return;
    double y = place_y(plot, log(value));
    buf_printf(plot->out, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDTH - RIGHT);
    put_label(plot, LEFT - 8, y + 4, "end", value);
}

/* Powers of ten; where few of them are seen, 2 and 5 of them too. */
static void put_y_axis(const struct plot *plot)
{
    const struct frame *f = &plot->frame;
    const double base = log(10);
    unsigned step = tick_step(f->y_least, f->y_most, base);
    bool is_narrow = f->y_most - f->y_least < 2.5 * base;
    for (double k = floor(f->y_least / base); k * base <= f->y_most; k += step) {
        put_y_tick(plot, pow(10, k));
        if (is_narrow)
            put_y_tick(plot, 2 * pow(10, k));
        if (is_narrow)
            put_y_tick(plot, 5 * pow(10, k));
    }
}

/* ---- lines and points ---- */

static void put_points(const struct plot *plot, const char *class, double radius)
{
    const struct report_curve *curve = plot->curve;
    for (size_t i = 0; i < curve->point_count && i < POINTS_MAX; i++)
        if (is_usable(&curve->points[i]))
            buf_printf(plot->out, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%g\"/>", class,
                       place_x(plot, log(curve->points[i].n)),
                       place_y(plot, log_cost(curve->points[i].cost)), radius);
}

static void put_reference(const struct plot *plot)
{
    const struct report_curve *curve = plot->curve;
    const char *pen = "M";
    buf_puts(plot->out, "<path class=\"ref\" fill=\"none\" stroke-dasharray=\"2 4\" d=\"");
    for (size_t i = 0; i < curve->reference_count && i < POINTS_MAX; i++) {
        if (!is_usable(&curve->reference[i]))
            continue;
        buf_printf(plot->out, "%s%.1f %.1f", pen, place_x(plot, log(curve->reference[i].n)),
                   place_y(plot, log_cost(curve->reference[i].cost)));
        pen = "L";
    }
    buf_puts(plot->out, pen[0] == 'M' ? "M0 0\"/>" : "\"/>");
}

static double line_value(const struct line *line, double log_n)
{
    return line->a + line->b * exp(growth_class_log(line->class, exp(log_n)) - line->log_scale);
}

/* Only where it is within the frame: a line that leaves it ends there. */
static void put_line(const struct plot *plot, const struct line *line, const char *class,
                     const char *dashes)
{
    const struct frame *f = &plot->frame;
    const char *pen = "M";
    buf_printf(plot->out, "<path class=\"%s\" fill=\"none\" stroke-dasharray=\"%s\" d=\"", class,
               dashes);
    for (unsigned i = 0; i <= SAMPLES; i++) {
        double x = f->x_least + (f->x_most - f->x_least) * i / SAMPLES;
        double value = line_value(line, x), y = log_cost(value);
        if (!isfinite(value) || y < f->y_least || y > f->y_most)
            continue;
        buf_printf(plot->out, "%s%.1f %.1f", pen, place_x(plot, x), place_y(plot, y));
        pen = "L";
    }
    buf_puts(plot->out, pen[0] == 'M' ? "M0 0\"/>" : "\"/>");
}

static const struct growth_point *first_usable(const struct report_curve *curve)
{
    for (size_t i = 0; i < curve->point_count; i++)
        if (is_usable(&curve->points[i]))
            return &curve->points[i];
    return NULL;
}

/* From the first point on; a class that is 0 there (log n at 1) has no such line. */
static bool required_line(const struct report_curve *curve, struct line *out)
{
    const struct growth_point *first = first_usable(curve);
    enum growth_class class;
    if (!first || !curve->has_fit || !growth_class_parse(curve->required, &class))
        return false;
    *out = (struct line){ class, 0, fmax(first->cost, 1), growth_class_log(class, first->n) };
    return isfinite(out->log_scale) && out->log_scale > -15;
}

/* Sums of the normal equations of a + b·g = y, each size weighted by 1/y². */
struct sums {
    double ww, wg, gg, w, g;
};

static struct sums sums_of(const struct report_curve *curve, const struct line *line)
{
    struct sums s = { 0 };
    for (size_t i = 0; i < curve->point_count && i < POINTS_MAX; i++) {
        if (!is_usable(&curve->points[i]))
            continue;
        double cost = fmax(curve->points[i].cost, 1);
        double g = exp(growth_class_log(line->class, curve->points[i].n) - line->log_scale) / cost;
        s.ww += 1 / (cost * cost);
        s.wg += g / cost;
        s.gg += g * g;
        s.w += 1 / cost;
        s.g += g;
    }
    return s;
}

/* The measured class with one lower term, by least squares of the relative error; neither below 0.
 */
static bool fitted_line(const struct plot *plot, struct line *out)
{
    const struct report_curve *curve = plot->curve;
    if (!curve->has_fit || curve->is_off_ladder)
        return false;
    struct line line = { curve->class, 0, 0,
                         growth_class_log(curve->class, exp(plot->frame.x_most)) };
    struct sums s = sums_of(curve, &line);
    double determinant = s.ww * s.gg - s.wg * s.wg;
    if (determinant > 1e-12 * s.ww * s.gg) {
        line.a = (s.w * s.gg - s.g * s.wg) / determinant;
        line.b = (s.g * s.ww - s.w * s.wg) / determinant;
    }
    if (line.a < 0 || line.b <= 0) {
        line.a = 0;
        line.b = s.gg > 0 ? s.g / s.gg : 0;
    }
    *out = line;
    return line.b > 0 && isfinite(line.b) && isfinite(line.a);
}

/* ---- words ---- */

struct legend {
    const struct plot *plot;
    int y;
};

static void put_entry(struct legend *legend, const char *class, const char *dashes,
                      const char *what, const char *name)
{
    struct buf *out = legend->plot->out;
    buf_printf(out,
               "<path class=\"%s\" fill=\"none\" stroke-dasharray=\"%s\" d=\"M%d %dh26\"/>"
               "<text x=\"%d\" y=\"%d\">%s",
               class, dashes, LEFT + 12, legend->y, LEFT + 46, legend->y + 4, what);
    escape_put_cut(out, str_of(name), ESCAPE_HTML, NAME_COLUMNS);
    buf_puts(out, "</text>");
    legend->y += 17;
}

static void put_alternative(const struct plot *plot, const char *unit)
{
    const struct report_curve *curve = plot->curve;
    struct buf *out = plot->out;
    buf_puts(out, "Plot of ");
    escape_put(out, str_of(unit), ESCAPE_HTML, ESCAPE_NONE);
    buf_puts(out, " by n, both axes logarithmic. Measured:");
    for (size_t i = 0; i < curve->point_count && i < POINTS_MAX; i++)
        if (is_usable(&curve->points[i]))
            buf_printf(out, "%s %.0f at n = %.0f", i ? "," : "", curve->points[i].cost,
                       curve->points[i].n);
    if (curve->has_fit)
        buf_printf(out, ". That grows as %s", growth_class_name(curve->class));
    if (curve->required[0]) {
        buf_puts(out, "; asked for is ");
        escape_put_cut(out, str_of(curve->required), ESCAPE_HTML, NAME_COLUMNS);
    }
    buf_putc(out, '.');
}

/* ---- the whole ---- */

static void put_curves(const struct plot *plot)
{
    const struct report_curve *curve = plot->curve;
    struct legend legend = { plot, TOP + 14 };
    struct line line;
    if (curve->reference_count > 0) {
        put_reference(plot);
        put_entry(&legend, "ref", "2 4", "reference", "");
    }
    if (required_line(curve, &line)) {
        put_line(plot, &line, "need", "8 5");
        put_entry(&legend, "need", "8 5", "asked for: ", curve->required);
    }
    if (fitted_line(plot, &line)) {
        put_line(plot, &line, "fit", "none");
        put_entry(&legend, "fit", "none", "this solution: ", growth_class_name(curve->class));
    }
    put_points(plot, "dot", 4);
}

bool plot_curve(const struct report_curve *curve, const char *unit, struct buf *out)
{
    struct plot plot = { .curve = curve, .out = out };
    if (!set_frame(&plot))
        return false;
    buf_printf(out, "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH,
               HEIGHT);
    put_alternative(&plot, unit);
    buf_puts(out, "\">");
    put_x_axis(&plot);
    put_y_axis(&plot);
    put_curves(&plot);
    buf_puts(out, "</svg>\n");
    return true;
}
