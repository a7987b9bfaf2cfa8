/* quality_load.c - the dimensions of code quality from a rubric's key "quality". */
#include "grader/rubric/quality_load.h"

#include "grader/base/attr.h"
#include "grader/rubric/value.h"

enum { CORNERS_MAX = 16 };
static const double weight_most = 100, measure_most = 1e6, finding_most = 10;

static const char *dimension_word(unsigned i)
{
    return quality_dimension_name((enum quality_dimension)i);
}

static const char *measure_word(unsigned i)
{
    return quality_measure_name((enum quality_measure)i);
}

/* --- one measure --------------------------------------------------------------------------- */

static bool load_corner(const struct json_at *at, struct rubric_corner *out, struct err *err)
{
    static const char *const keys[] = { "at", "pays", "comment" };
    return json_check_keys(at, keys, COUNT_OF(keys), err) &&
           json_get_number(at, "at", 0, measure_most, &out->at, err) &&
           json_get_number(at, "pays", 0, 1, &out->pays, err);
}

static bool load_line(const struct json_at *measure, struct arena *arena,
                      struct rubric_measure *out, struct err *err)
{
    struct json_at list, item;
    if (!value_list(measure, "line", 2, CORNERS_MAX, "corners", &list, err))
        return false;
    out->line = ARENA_ARRAY(arena, json_length(&list), struct rubric_corner);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_corner *corner = &out->line[out->corner_count];
        if (!load_corner(&item, corner, err))
            return false;
        if (out->corner_count > 0 &&
            (corner->at <= corner[-1].at || corner->pays > corner[-1].pays))
            return json_fail(&item, err,
                             "must have a higher 'at' than the corner before it and must not pay "
                             "more: worse code can't be worth more");
        out->corner_count++;
    }
    return true;
}

/* How much a finding counts by its kind; without these keys essential and actionable count 1. */
static bool load_kinds(const struct json_at *measure, struct rubric_measure *out, struct err *err)
{
    struct json_at at;
    out->per_kind[QUALITY_ESSENTIAL] = out->per_kind[QUALITY_ACTIONABLE] = 1;
    for (unsigned kind = 0; kind < QUALITY_KIND_COUNT; kind++) {
        const char *key = quality_kind_name((enum quality_kind)kind);
        if (!json_find(measure, key, &at))
            continue;
        if (out->of != MEASURE_FINDINGS)
            return json_fail(&at, err, "goes only with the measure \"findings\"; remove it");
        if (!json_number(&at, 0, finding_most, &out->per_kind[kind], err))
            return false;
    }
    return true;
}

static bool load_mark(const struct json_at *measure, struct rubric_measure *out, struct err *err)
{
    struct json_at at;
    bool is_of_functions = out->of >= MEASURE_COGNITIVE && out->of <= MEASURE_PARAMETERS;
    if (!json_find(measure, "mark", &at))
        return true;
    if (!is_of_functions)
        return json_fail(&at, err, "goes only with a measure of functions; remove it");
    return json_number(&at, 0, measure_most, &out->mark, err);
}

static bool load_measure(const struct json_at *at, struct arena *arena, struct rubric_measure *out,
                         struct err *err)
{
    static const char *const keys[] = { "of",         "line",        "mark",   "essential",
                                        "actionable", "informative", "comment" };
    unsigned of;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_word(at, "of", measure_word, QUALITY_MEASURE_COUNT, arena, &of, err))
        return false;
    out->of = (enum quality_measure)of;
    return load_line(at, arena, out, err) && load_kinds(at, out, err) && load_mark(at, out, err);
}

/* --- one dimension ------------------------------------------------------------------------- */

static bool load_measures(const struct json_at *at, struct arena *arena,
                          struct rubric_dimension *out, struct err *err)
{
    struct json_at list, item;
    if (!value_list(at, "measures", 1, QUALITY_MEASURE_COUNT, "measures", &list, err))
        return false;
    out->measures = ARENA_ARRAY(arena, json_length(&list), struct rubric_measure);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_measure *measure = &out->measures[out->measure_count];
        if (!load_measure(&item, arena, measure, err))
            return false;
        for (size_t i = 0; i < out->measure_count; i++)
            if (out->measures[i].of == measure->of)
                return json_fail(&item, err, "is \"%s\" a second time",
                                 quality_measure_name(measure->of));
        out->measure_count++;
    }
    return true;
}

static bool load_dimension(const struct json_at *at, struct arena *arena,
                           struct rubric_dimension *out, struct err *err)
{
    static const char *const keys[] = { "dimension", "weight", "measures", "comment" };
    unsigned dimension;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_word(at, "dimension", dimension_word, QUALITY_DIMENSION_COUNT, arena, &dimension,
                    err) ||
        !json_get_number(at, "weight", 0, weight_most, &out->weight, err))
        return false;
    out->dimension = (enum quality_dimension)dimension;
    return load_measures(at, arena, out, err);
}

bool quality_load(const struct json_at *root, struct arena *arena, struct rubric *out,
                  struct err *err)
{
    struct json_at list, item;
    if (!json_find(root, "quality", &list))
        return true;
    if (!value_list(root, "quality", 1, QUALITY_DIMENSION_COUNT, "dimensions", &list, err))
        return false;
    out->dimensions = ARENA_ARRAY(arena, json_length(&list), struct rubric_dimension);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_dimension *dimension = &out->dimensions[out->dimension_count];
        if (!load_dimension(&item, arena, dimension, err))
            return false;
        for (size_t i = 0; i < out->dimension_count; i++)
            if (out->dimensions[i].dimension == dimension->dimension)
                return json_fail(&item, err, "is about \"%s\" a second time",
                                 quality_dimension_name(dimension->dimension));
        out->dimension_count++;
    }
    return true;
}
