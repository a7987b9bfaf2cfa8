/* growth_json.c - a measurement of growth as the JSON of `grader growth --json`. */
#include "grader/cli/growth_json.h"

static void put_text(struct json_writer *w, const char *key, const char *text)
{
    if (text)
        json_put_text(w, key, str_of(text));
    else
        json_put_null(w, key);
}

static void put_points(struct json_writer *w, const char *key, const struct growth_point *points,
                       size_t count)
{
    json_open(w, key, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(w, NULL, '[');
        json_put_number(w, NULL, points[i].n);
        if (points[i].m > 0)
            json_put_number(w, NULL, points[i].m);
        json_put_number(w, NULL, points[i].cost);
        json_close(w, ']');
    }
    json_close(w, ']');
}

static void put_fit(struct json_writer *w, const struct growth_fit *fit)
{
    json_put_text(w, "class", str_of(growth_class_name(fit->class)));
    json_open(w, "candidates", '[');
    for (size_t i = 0; i < fit->candidate_count; i++)
        json_put_text(w, NULL, str_of(growth_class_name(fit->candidates[i])));
    json_close(w, ']');
    json_put_number(w, "separation", fit->separation);
    json_put_text(w, "confidence", str_of(growth_confidence_name(fit->confidence)));
    json_put_number(w, "share", fit->share);
    json_put_number(w, "residual", fit->residual);
    json_put_flag(w, "off_ladder", fit->is_off_ladder);
    json_put_whole(w, "refits", fit->refits);
    json_put_whole(w, "agreeing", fit->agreeing);
}

static void put_no_fit(struct json_writer *w)
{
    json_put_null(w, "class");
    json_open(w, "candidates", '[');
    json_close(w, ']');
    json_put_null(w, "separation");
}

static void put_distance(struct json_writer *w, const struct growth_curve *curve)
{
    put_text(w, "required", curve->required);
    if (!curve->required || curve->not_measured) {
        json_put_null(w, "met");
        return;
    }
    const struct growth_distance *distance = &curve->distance;
    json_put_flag(w, "met", distance->met);
    if (curve->has_fit)
        json_put_whole(w, "steps", distance->steps);
    json_put_number(w, "excess_exponent", distance->excess_exponent);
    if (!curve->has_fit)
        json_put_number(w, "excess_exponent_m", distance->excess_exponent_m);
    if (distance->reference_multiple > 0)
        json_put_number(w, "reference_multiple", distance->reference_multiple);
}

static void put_curve(struct json_writer *w, const char *key, const struct growth_curve *curve)
{
    json_open(w, key, '{');
    put_text(w, "not_measured", curve->not_measured);
    if (curve->has_fit)
        put_fit(w, &curve->fit);
    else
        put_no_fit(w);
    put_distance(w, curve);
    put_points(w, "points", curve->points, curve->point_count);
    put_points(w, "reference", curve->reference, curve->reference_count);
    json_close(w, '}');
}

static void put_lines(struct json_writer *w, const struct growth *growth)
{
    json_open(w, "lines", '[');
    for (size_t i = 0; i < growth->line_count; i++) {
        const struct growth_line *line = &growth->lines[i];
        json_open(w, NULL, '{');
        json_put_text(w, "file", str_of(line->file));
        json_put_whole(w, "line", line->line);
        if (line->pace == PACE_NONE) {
            json_put_text(w, "class", str_of(growth_class_name(line->class)));
        } else {
            json_put_null(w, "class");
            json_put_text(w, "pace", str_of(growth_pace_name(line->pace)));
            json_put_number(w, "excess_exponent", line->excess_exponent);
            json_put_number(w, "excess_exponent_m", line->excess_exponent_m);
        }
        json_put_number(w, "share", line->share);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void put_unexecuted(struct json_writer *w, const struct growth *growth)
{
    json_open(w, "unexecuted", '[');
    for (size_t i = 0; i < growth->unexecuted_count; i++) {
        const struct growth_line_range *range = &growth->unexecuted[i];
        json_open(w, NULL, '{');
        json_put_text(w, "file", str_of(range->file));
        json_put_whole(w, "first", range->first);
        json_put_whole(w, "last", range->last);
        json_close(w, '}');
    }
    json_close(w, ']');
}

void growth_json_value(struct json_writer *w, const char *key, const char *package_id,
                       const struct growth *growth)
{
    json_open(w, key, '{');
    json_put_text(w, "package", str_of(package_id));
    put_text(w, "not_measured", growth->not_measured);
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        put_curve(w, growth_resource_name((enum growth_resource)i), &growth->curves[i]);
    json_put_whole(w, "static_bytes", (int64_t)growth->static_bytes);
    put_lines(w, growth);
    put_unexecuted(w, growth);
    json_put_text(w, "suspicion", str_of(growth->suspicion));
    json_open(w, "blind_spots", '[');
    for (size_t i = 0; i < growth->blind_spot_count; i++)
        json_put_text(w, NULL, str_of(growth->blind_spots[i]));
    json_close(w, ']');
    json_put_text(w, "stopped", str_of(growth->stopped));
    json_put_whole(w, "cpu_us", (int64_t)growth->cpu_us);
    json_close(w, '}');
}

void growth_json_put(struct buf *out, const char *package_id, const struct growth *growth)
{
    struct json_writer w = { out, 0, false };
    growth_json_value(&w, NULL, package_id, growth);
}
