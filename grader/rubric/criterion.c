/* criterion.c - the criteria of a rubric from JSON. */
#include "grader/rubric/criterion.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "grader/model/points.h"
#include "grader/rubric/criterion_growth.h"
#include "grader/rubric/value.h"

enum { CRITERIA_MAX = 32, LEVELS_MAX = 8, CORNERS_MAX = 16, CAPS_MAX = 8 };

static const double weight_total = 100, weight_tolerance = 1e-6;

static const char *part_word(unsigned i)
{
    return rubric_part_name((enum rubric_part)i);
}

static const char *evidence_word(unsigned i)
{
    return evidence_kind_name((enum evidence_kind)i);
}

static const char *condition_word(unsigned i)
{
    return cap_condition_name((enum cap_condition)i);
}

static const char *dimension_word(unsigned i)
{
    return quality_dimension_name((enum quality_dimension)i);
}

/* Which evidence speaks for which part. */
static const enum rubric_part parts[] = {
    [EVIDENCE_ALL_TESTS] = PART_CORRECTNESS, [EVIDENCE_TEST_GROUPS] = PART_CORRECTNESS,
    [EVIDENCE_SAMPLES] = PART_CORRECTNESS,   [EVIDENCE_COMPILE] = PART_CORRECTNESS,
    [EVIDENCE_GROWTH] = PART_COMPLEXITY,     [EVIDENCE_QUALITY] = PART_QUALITY,
};
static_assert(COUNT_OF(parts) == EVIDENCE_COUNT, "one part per kind of evidence");

/* --- levels -------------------------------------------------------------------------------- */

static bool load_level(const struct json_at *at, struct arena *arena, struct rubric_level *out,
                       struct err *err)
{
    static const char *const keys[] = { "from_share", "word", "text", "comment" };
    return json_check_keys(at, keys, COUNT_OF(keys), err) &&
           json_get_number(at, "from_share", 0, 1, &out->from_share, err) &&
           value_text(at, "word", TITLE_BYTES_MAX, arena, &out->word, err) &&
           value_text(at, "text", TEXT_BYTES_MAX, arena, &out->text, err);
}

static bool load_levels(const struct json_at *criterion, struct arena *arena,
                        struct rubric_criterion *out, struct err *err)
{
    struct json_at list, item;
    if (!value_list(criterion, "levels", 1, LEVELS_MAX, "levels", &list, err))
        return false;
    out->levels = ARENA_ARRAY(arena, json_length(&list), struct rubric_level);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_level *level = &out->levels[out->level_count];
        if (!load_level(&item, arena, level, err))
            return false;
        if (out->level_count > 0 && level->from_share >= level[-1].from_share)
            return json_fail(&item, err,
                             "must have a lower from_share than the level before it "
                             "(levels go from the highest to the lowest)");
        out->level_count++;
    }
    if (out->levels[out->level_count - 1].from_share > 0)
        return json_fail(&list, err,
                         "must end with a level whose from_share is 0, so that every "
                         "share of the points has a level");
    return true;
}

/* --- scale --------------------------------------------------------------------------------- */

static bool load_corner(const struct json_at *at, struct rubric_corner *out, struct err *err)
{
    static const char *const keys[] = { "at", "pays", "comment" };
    return json_check_keys(at, keys, COUNT_OF(keys), err) &&
           json_get_number(at, "at", 0, 1, &out->at, err) &&
           json_get_number(at, "pays", 0, 1, &out->pays, err);
}

static bool load_scale(const struct json_at *criterion, struct arena *arena,
                       struct rubric_criterion *out, struct err *err)
{
    struct json_at list, item;
    if (!json_find(criterion, "scale", &list))
        return true;
    if (!value_list(criterion, "scale", 2, CORNERS_MAX, "corners", &list, err))
        return false;
    struct rubric_corner *scale = ARENA_ARRAY(arena, json_length(&list), struct rubric_corner);
    size_t count = 0;
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_corner *corner = &scale[count];
        if (!load_corner(&item, corner, err))
            return false;
        if (count > 0 && (corner->at <= corner[-1].at || corner->pays < corner[-1].pays))
            return json_fail(&item, err,
                             "must have a higher 'at' than the corner before it and must not pay "
                             "less: better work can't be worth less");
        count++;
    }
    if (scale[0].at > 0 || scale[count - 1].at < 1)
        return json_fail(&list, err,
                         "must begin with 'at' 0 and end with 'at' 1, so that every share of the "
                         "evidence has a price");
    out->scale = scale;
    out->scale_count = count;
    return true;
}

/* --- caps ---------------------------------------------------------------------------------- */

static bool load_cap(const struct json_at *at, struct arena *arena, struct rubric_cap *out,
                     struct err *err)
{
    static const char *const keys[] = { "when", "most_share", "text", "comment" };
    unsigned when;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_word(at, "when", condition_word, CAP_COUNT, arena, &when, err) ||
        !json_get_number(at, "most_share", 0, 1, &out->most_share, err) ||
        !value_text(at, "text", TEXT_BYTES_MAX, arena, &out->text, err))
        return false;
    out->when = (enum cap_condition)when;
    return true;
}

static bool load_caps(const struct json_at *criterion, struct arena *arena,
                      struct rubric_criterion *out, struct err *err)
{
    struct json_at list, item;
    if (!json_find(criterion, "caps", &list))
        return true;
    if (!value_list(criterion, "caps", 0, CAPS_MAX, "caps", &list, err))
        return false;
    out->caps = ARENA_ARRAY(arena, json_length(&list), struct rubric_cap);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_cap *cap = &out->caps[out->cap_count];
        if (!load_cap(&item, arena, cap, err))
            return false;
        for (size_t i = 0; i < out->cap_count; i++)
            if (out->caps[i].when == cap->when)
                return json_fail(&item, err, "is for \"%s\", which caps[%zu] is for already",
                                 cap_condition_name(cap->when), i);
        out->cap_count++;
    }
    return true;
}

/* --- criteria ------------------------------------------------------------------------------ */

static bool check_evidence(const struct json_at *at, const struct rubric_criterion *criterion,
                           struct err *err)
{
    enum rubric_part fits = parts[criterion->evidence];
    return fits == criterion->part ||
           json_fail(at, err, "has evidence \"%s\", which speaks for part \"%s\", not \"%s\"",
                     evidence_kind_name(criterion->evidence), rubric_part_name(fits),
                     rubric_part_name(criterion->part));
}

static bool load_dimension(const struct json_at *at, struct arena *arena,
                           struct rubric_criterion *out, struct err *err)
{
    struct json_at dimension;
    unsigned index;
    if (!json_find(at, "dimension", &dimension))
        return true;
    if (out->evidence != EVIDENCE_QUALITY)
        return json_fail(&dimension, err, "goes only with evidence \"quality\"; remove it");
    if (!value_word(at, "dimension", dimension_word, QUALITY_DIMENSION_COUNT, arena, &index, err))
        return false;
    out->dimension = dimension_word(index);
    return true;
}

bool criterion_weight(const struct json_at *object, double *out, struct err *err)
{
    struct json_at at;
    double weight;
    if (!json_get(object, "weight", JSON_NUMBER, &at, err) ||
        !json_number(&at, 0, weight_total, &weight, err))
        return false;
    if (weight <= 0)
        return json_fail(&at, err, "must be above 0; remove the criterion instead");
    if (fabs(weight - points_round(weight)) > 1e-9)
        return json_fail(&at, err, "must have at most one decimal, as points have");
    *out = weight;
    return true;
}

static bool load_criterion(const struct json_at *at, struct arena *arena,
                           struct rubric_criterion *out, struct err *err)
{
    static const char *const keys[] = {
        "id",     "title", "part", "evidence", "weight",    "in_force",
        "levels", "scale", "caps", "comment",  "dimension", "growth",
    };
    unsigned part, evidence;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_id(at, "id", arena, &out->id, err) ||
        !value_text(at, "title", TITLE_BYTES_MAX, arena, &out->title, err) ||
        !value_word(at, "part", part_word, PART_COUNT, arena, &part, err) ||
        !value_word(at, "evidence", evidence_word, EVIDENCE_COUNT, arena, &evidence, err) ||
        !criterion_weight(at, &out->weight, err) ||
        !json_get_flag(at, "in_force", &out->in_force, err))
        return false;
    out->part = (enum rubric_part)part;
    out->evidence = (enum evidence_kind)evidence;
    return check_evidence(at, out, err) && load_dimension(at, arena, out, err) &&
           criterion_growth(at, arena, out, err) && load_levels(at, arena, out, err) &&
           load_scale(at, arena, out, err) && load_caps(at, arena, out, err);
}

static bool check_duplicate(const struct json_at *at, const struct rubric *rubric,
                            const struct rubric_criterion *added, struct err *err)
{
    for (size_t i = 0; i < rubric->criterion_count; i++)
        if (strcmp(rubric->criteria[i].id, added->id) == 0)
            return json_fail(at, err, "has the id \"%s\", which criteria[%zu] has already",
                             added->id, i);
    return true;
}

/* Points for code need the rubric's word on how the code is measured. */
static bool check_measured(const struct json_at *at, const struct rubric *rubric,
                           const struct rubric_criterion *criterion, struct err *err)
{
    if (!criterion->in_force || criterion->evidence != EVIDENCE_QUALITY)
        return true;
    for (size_t i = 0; i < rubric->dimension_count; i++)
        if (!criterion->dimension ||
            strcmp(criterion->dimension, quality_dimension_name(rubric->dimensions[i].dimension)) ==
                0)
            return true;
    return json_fail(at, err,
                     "has criterion \"%s\" in force, but the rubric's key \"quality\" does not say "
                     "how %s%s is measured",
                     criterion->id, criterion->dimension ? "dimension " : "the code",
                     criterion->dimension ? criterion->dimension : "");
}

bool criteria_check(const struct json_at *at, const struct rubric *rubric, struct err *err)
{
    double total = 0;
    bool any_in_force = false;
    for (size_t i = 0; i < rubric->criterion_count; i++) {
        total += rubric->criteria[i].weight;
        any_in_force |= rubric->criteria[i].in_force;
        if (!check_measured(at, rubric, &rubric->criteria[i], err))
            return false;
    }
    char text[POINTS_TEXT_MAX];
    if (fabs(total - weight_total) > weight_tolerance)
        return json_fail(at, err, "has weights that add up to %s; they must add up to 100",
                         points_text(total, text));
    if (!any_in_force)
        return json_fail(at, err, "has no criterion in force; set in_force of one to true");
    return true;
}

bool criteria_load(const struct json_at *root, struct arena *arena, struct rubric *out,
                   struct err *err)
{
    struct json_at list, item;
    if (!value_list(root, "criteria", 1, CRITERIA_MAX, "criteria", &list, err))
        return false;
    out->criteria = ARENA_ARRAY(arena, json_length(&list), struct rubric_criterion);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_criterion *criterion = &out->criteria[out->criterion_count];
        if (!load_criterion(&item, arena, criterion, err) ||
            !check_duplicate(&item, out, criterion, err))
            return false;
        out->criterion_count++;
    }
    return criteria_check(&list, out, err);
}
