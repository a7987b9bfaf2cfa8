/* rubric_load.c - a rubric from rubrics/NAME.json, checked through and through. */
#include "grader/rubric/rubric_load.h"

#include <string.h>

#include "grader/base/fd.h"
#include "grader/rubric/adjust.h"
#include "grader/rubric/criterion.h"
#include "grader/rubric/criterion_growth.h"
#include "grader/rubric/quality_load.h"
#include "grader/rubric/value.h"
#include "grader/text/json.h"

enum {
    FILE_BYTES_MAX = 256 * 1024,
    ROOTS_MAX = 16,
    ADJUSTMENTS_MAX = 500,
    SHOWN_MAX = 50, /* of show_remarks and show_cases */
};

/* --- where solutions lie ------------------------------------------------------------------- */

/* "" or "a/b": no empty, "." or ".." part, no backslash or control character. */
static bool is_folder(const char *path)
{
    if (path[0] == '\0')
        return true;
    for (const char *part = path;;) {
        size_t length = strcspn(part, "/");
        bool dots = length <= 2 && strspn(part, ".") >= length;
        if (length == 0 || dots)
            return false;
        for (size_t i = 0; i < length; i++)
            if ((unsigned char)part[i] < ' ' || part[i] == 0x7f || part[i] == '\\')
                return false;
        if (part[length] == '\0')
            return true;
        part += length + 1;
    }
}

static bool load_roots(const struct json_at *root, struct arena *arena, struct rubric *out,
                       struct err *err)
{
    struct json_at list, item;
    if (!json_get(root, "solution_roots", JSON_LIST, &list, err))
        return false;
    size_t count = json_length(&list);
    if (count == 0 || count > ROOTS_MAX)
        return json_fail(&list, err, "must name 1 to %d folders (\"\" is the top), but names %zu",
                         ROOTS_MAX, count);
    out->solution_roots = ARENA_ARRAY(arena, count, const char *);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        const char *path;
        if (!json_text(&item, arena, &path, err))
            return false;
        if (strlen(path) > TITLE_BYTES_MAX || !is_folder(path))
            return json_fail(&item, err,
                             "must be a folder from the top of the repository, "
                             "like \"\" or \"solutions\", without '..'");
        for (size_t i = 0; i < out->solution_root_count; i++)
            if (strcmp(out->solution_roots[i], path) == 0)
                return json_fail(&item, err, "is given twice; remove one");
        out->solution_roots[out->solution_root_count++] = path;
    }
    return true;
}

/* --- problems that differ ------------------------------------------------------------------ */

static bool find_criterion(const struct json_at *at, const struct rubric *rubric, const char *id,
                           struct err *err)
{
    for (size_t i = 0; i < rubric->criterion_count; i++)
        if (strcmp(rubric->criteria[i].id, id) == 0)
            return true;
    return json_fail(at, err, "names the criterion \"%s\", which the rubric does not have", id);
}

static bool load_changed_distance(const struct json_at *at, const struct rubric *rubric,
                                  struct arena *arena, struct rubric_change *out, struct err *err)
{
    struct json_at found;
    for (size_t i = 0; i < rubric->criterion_count; i++)
        if (json_find(at, "distance", &found) &&
            strcmp(rubric->criteria[i].id, out->criterion_id) == 0 &&
            rubric->criteria[i].evidence != EVIDENCE_GROWTH)
            return json_fail(&found, err, "goes only with evidence \"growth\"; remove it");
    return criterion_distance(at, arena, &out->corners, &out->corner_count, err);
}

static bool load_change(const struct json_at *at, const struct rubric *rubric, struct arena *arena,
                        struct rubric_change *out, struct err *err)
{
    static const char *const keys[] = { "id", "weight", "in_force", "distance", "comment" };
    struct json_at ignored;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_id(at, "id", arena, &out->criterion_id, err) ||
        !find_criterion(at, rubric, out->criterion_id, err))
        return false;
    out->has_weight = json_find(at, "weight", &ignored);
    out->has_in_force = json_find(at, "in_force", &ignored);
    return (!out->has_weight || criterion_weight(at, &out->weight, err)) &&
           (!out->has_in_force || json_get_flag(at, "in_force", &out->in_force, err)) &&
           load_changed_distance(at, rubric, arena, out, err);
}

static bool load_changes(const struct json_at *problem, const struct rubric *rubric,
                         struct arena *arena, struct rubric_adjustment *out, struct err *err)
{
    struct json_at list, item;
    if (!json_find(problem, "criteria", &list))
        return true;
    if (!value_list(problem, "criteria", 0, rubric->criterion_count, "criteria", &list, err))
        return false;
    out->changes = ARENA_ARRAY(arena, json_length(&list), struct rubric_change);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_change *change = &out->changes[out->change_count];
        if (!load_change(&item, rubric, arena, change, err))
            return false;
        for (size_t i = 0; i < out->change_count; i++)
            if (strcmp(out->changes[i].criterion_id, change->criterion_id) == 0)
                return json_fail(&item, err, "changes the criterion \"%s\" a second time",
                                 change->criterion_id);
        out->change_count++;
    }
    return true;
}

static bool load_adjustment(const struct json_at *at, const struct rubric *rubric,
                            struct arena *arena, struct rubric_adjustment *out, struct err *err)
{
    static const char *const keys[] = { "id", "pass_percent", "criteria", "comment" };
    struct json_at ignored;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_id(at, "id", arena, &out->problem_id, err))
        return false;
    if (rubric_adjustment_of(rubric, out->problem_id))
        return json_fail(at, err, "is for problem \"%s\", which another one is for already",
                         out->problem_id);
    out->has_pass_percent = json_find(at, "pass_percent", &ignored);
    if (out->has_pass_percent &&
        !json_get_number(at, "pass_percent", 0, 100, &out->pass_percent, err))
        return false;
    if (!load_changes(at, rubric, arena, out, err))
        return false;
    struct rubric adjusted = rubric_adjusted(rubric, out, arena);
    return criteria_check(at, &adjusted, err);
}

static bool load_adjustments(const struct json_at *root, struct arena *arena, struct rubric *out,
                             struct err *err)
{
    struct json_at list, item;
    if (!json_find(root, "problems", &list))
        return true;
    if (!value_list(root, "problems", 0, ADJUSTMENTS_MAX, "problems", &list, err))
        return false;
    out->adjustments = ARENA_ARRAY(arena, json_length(&list), struct rubric_adjustment);
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        struct rubric_adjustment *adjustment = &out->adjustments[out->adjustment_count];
        if (!load_adjustment(&item, out, arena, adjustment, err))
            return false;
        out->adjustment_count++;
    }
    return true;
}

/* --- advice in the rubric's own words ------------------------------------------------------ */

static const char *topic_word(unsigned i)
{
    return advice_topic_name((enum advice_topic)i);
}

/* "" or an address that a reader may follow: https, nothing that could end a link in any format. */
static bool load_address(const struct json_at *at, struct arena *arena, const char **out,
                         struct err *err)
{
    const char *address;
    if (!json_text(at, arena, &address, err))
        return false;
    bool good = str_starts(address, "https://") && strlen(address) <= TITLE_BYTES_MAX &&
                strspn(address, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                ":/._~-#?=%+,;@") == strlen(address);
    if (address[0] && !good)
        return json_fail(at, err,
                         "must be an address that begins with https:// (at most %d "
                         "bytes), or \"\" for none",
                         TITLE_BYTES_MAX);
    *out = address;
    return true;
}

static bool load_one_advice(const struct json_at *at, struct arena *arena, struct rubric *out,
                            struct err *err)
{
    static const char *const keys[] = { "about", "change", "read_on", "comment" };
    struct json_at found;
    unsigned topic;
    if (!json_check_keys(at, keys, COUNT_OF(keys), err) ||
        !value_word(at, "about", topic_word, ADVICE_COUNT, arena, &topic, err))
        return false;
    struct rubric_advice *advice = &out->advice[topic];
    if (advice->change || advice->read_on)
        return json_fail(at, err, "is about \"%s\" a second time", topic_word(topic));
    if (json_find(at, "change", &found) &&
        !value_text(at, "change", TEXT_BYTES_MAX, arena, &advice->change, err))
        return false;
    return !json_find(at, "read_on", &found) || load_address(&found, arena, &advice->read_on, err);
}

static bool load_advice(const struct json_at *root, struct arena *arena, struct rubric *out,
                        struct err *err)
{
    struct json_at list, item;
    if (!json_find(root, "advice", &list))
        return true;
    if (!value_list(root, "advice", 0, ADVICE_COUNT, "pieces of advice", &list, err))
        return false;
    for (bool more = json_first(&list, &item); more; more = json_next(&item))
        if (!load_one_advice(&item, arena, out, err))
            return false;
    return true;
}

/* --- the whole ----------------------------------------------------------------------------- */

static bool load_root(const struct json_at *root, struct arena *arena, struct rubric *out,
                      struct err *err)
{
    static const char *const keys[] = { "id",           "title",      "pass_percent",
                                        "show_remarks", "show_cases", "solution_roots",
                                        "criteria",     "problems",   "advice",
                                        "quality",      "comment" };
    return json_check_keys(root, keys, COUNT_OF(keys), err) &&
           value_id(root, "id", arena, &out->id, err) &&
           value_text(root, "title", TITLE_BYTES_MAX, arena, &out->title, err) &&
           json_get_number(root, "pass_percent", 0, 100, &out->pass_percent, err) &&
           json_get_size(root, "show_remarks", 0, SHOWN_MAX, &out->show_remarks, err) &&
           json_get_size(root, "show_cases", 0, SHOWN_MAX, &out->show_cases, err) &&
           load_roots(root, arena, out, err) && quality_load(root, arena, out, err) &&
           criteria_load(root, arena, out, err) && load_adjustments(root, arena, out, err) &&
           load_advice(root, arena, out, err);
}

bool rubric_parse(const char *name, struct str text, struct arena *arena, struct rubric *out,
                  struct err *err)
{
    SCOPED_JSON doc = { 0 };
    if (!json_parse(name, text, &doc, err))
        return false;
    struct json_at root = json_root(&doc);
    struct rubric rubric = { 0 };
    if (!load_root(&root, arena, &rubric, err))
        return false;
    *out = rubric;
    return true;
}

/* *out_used is the path of the rubric that this one stands for, or NULL. */
static bool read_use(const char *path, struct str text, struct arena *arena, const char **out_used,
                     struct err *err)
{
    static const char *const keys[] = { "use", "comment" };
    SCOPED_JSON doc = { 0 };
    *out_used = NULL;
    if (!json_parse(path, text, &doc, err))
        return false;
    struct json_at root = json_root(&doc), found;
    const char *id, *slash = strrchr(path, '/');
    if (json_kind(&root) != JSON_OBJECT || !json_find(&root, "use", &found))
        return true;
    if (!json_check_keys(&root, keys, COUNT_OF(keys), err) ||
        !value_id(&root, "use", arena, &id, err))
        return false;
    *out_used = arena_printf(arena, "%.*s%s.json", slash ? (int)(slash + 1 - path) : 0, path, id);
    return true;
}

bool rubric_load(const char *path, struct arena *arena, struct rubric *out, struct err *err)
{
    struct str text;
    const char *used;
    if (!file_read(path, FILE_BYTES_MAX, arena, &text, err) ||
        !read_use(path, text, arena, &used, err))
        return false;
    if (!used)
        return rubric_parse(path, text, arena, out, err);
    return file_read(used, FILE_BYTES_MAX, arena, &text, err) &&
           rubric_parse(used, text, arena, out, err);
}
