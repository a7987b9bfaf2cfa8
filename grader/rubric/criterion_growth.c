/* criterion_growth.c - what a criterion of growth counts, from JSON. */
#include "grader/rubric/criterion_growth.h"

#include "grader/rubric/value.h"

enum { CORNERS_MAX = 16 };

static const double distance_most = 1e6;

static const char *need_word(unsigned i)
{
    return growth_need_name((enum growth_need)i);
}

static const char *distance_word(unsigned i)
{
    return growth_distance_name((enum growth_distance_kind)i);
}

static bool load_corner(const struct json_at *at, struct rubric_distance *out, struct err *err)
{
    static const char *const keys[] = { "at", "pays", "comment" };
    return json_check_keys(at, keys, COUNT_OF(keys), err) &&
           json_get_number(at, "at", 0, distance_most, &out->at, err) &&
           json_get_number(at, "pays", 0, 1, &out->pays, err);
}

bool criterion_distance(const struct json_at *object, struct arena *arena,
                        struct rubric_distance **out, size_t *out_count, struct err *err)
{
    struct json_at list, item;
    if (!json_find(object, "distance", &list))
        return true;
    if (!value_list(object, "distance", 1, CORNERS_MAX, "corners", &list, err))
        return false;
    struct rubric_distance *corners =
        ARENA_ARRAY(arena, json_length(&list), struct rubric_distance);
    size_t count = 0;
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_distance *corner = &corners[count];
        if (!load_corner(&item, corner, err))
            return false;
        if (count == 0 && corner->at > 0)
            return json_fail(&item, err, "must have 'at' 0: what is as required has a price too");
        if (count > 0 && (corner->at <= corner[-1].at || corner->pays > corner[-1].pays))
            return json_fail(&item, err,
                             "must have a higher 'at' than the corner before it and must not pay "
                             "more: what is further away can't be worth more");
        count++;
    }
    *out = corners;
    *out_count = count;
    return true;
}

static bool load_growth(const struct json_at *at, struct arena *arena, struct rubric_growth *out,
                        struct err *err)
{
    static const char *const keys[] = { "resource", "by", "distance", "not_passing_pays",
                                        "comment" };
    struct json_at found;
    unsigned need = NEED_ALL, by = DISTANCE_EXPONENT;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err))
        return false;
    if (json_find(at, "resource", &found) &&
        !value_word(at, "resource", need_word, NEED_COUNT, arena, &need, err))
        return false;
    if (json_find(at, "by", &found) &&
        !value_word(at, "by", distance_word, DISTANCE_COUNT, arena, &by, err))
        return false;
    if (json_find(at, "not_passing_pays", &found) &&
        !json_get_number(at, "not_passing_pays", 0, 1, &out->not_passing_pays, err))
        return false;
    out->need = (enum growth_need)need;
    out->by = (enum growth_distance_kind)by;
    if (!criterion_distance(at, arena, &out->corners, &out->corner_count, err))
        return false;
    return out->by == DISTANCE_EXPONENT || out->corner_count > 0 ||
           json_fail(at, err, "says what the distance is measured in, but has no 'distance'");
}

bool criterion_growth(const struct json_at *criterion, struct arena *arena,
                      struct rubric_criterion *out, struct err *err)
{
    struct json_at at;
    out->growth.need = NEED_ALL;
    if (!json_find(criterion, "growth", &at))
        return true;
    if (out->evidence != EVIDENCE_GROWTH)
        return json_fail(&at, err, "goes only with evidence \"growth\"; remove it");
    return json_expect(&at, JSON_OBJECT, err) && load_growth(&at, arena, &out->growth, err);
}
