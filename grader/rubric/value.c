/* value.c - single values of a rubric, checked. */
#include "grader/rubric/value.h"

#include <string.h>

bool value_text(const struct json_at *object, const char *key, size_t bytes_max,
                struct arena *arena, const char **out, struct err *err)
{
    struct json_at at;
    const char *text;
    if (!json_get(object, key, JSON_TEXT, &at, err) || !json_text(&at, arena, &text, err))
        return false;
    if (text[0] == '\0')
        return json_fail(&at, err, "must not be empty");
    if (strlen(text) > bytes_max)
        return json_fail(&at, err, "must not be longer than %zu bytes", bytes_max);
    *out = text;
    return true;
}

bool value_id(const struct json_at *object, const char *key, struct arena *arena, const char **out,
              struct err *err)
{
    const char *id;
    struct json_at at;
    if (!value_text(object, key, ID_BYTES_MAX, arena, &id, err))
        return false;
    bool good = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
    if (!good && json_find(object, key, &at))
        return json_fail(&at, err, "must be made of a-z, 0-9 and '-' only");
    *out = id;
    return true;
}

bool value_word(const struct json_at *object, const char *key, const char *(*word)(unsigned),
                unsigned count, struct arena *arena, unsigned *out, struct err *err)
{
    struct json_at at;
    const char *text;
    if (!json_get(object, key, JSON_TEXT, &at, err) || !json_text(&at, arena, &text, err))
        return false;
    const char *known = "";
    for (unsigned i = 0; i < count; i++) {
        if (strcmp(text, word(i)) == 0) {
            *out = i;
            return true;
        }
        known = arena_printf(arena, "%s%s\"%s\"", known, i ? ", " : "", word(i));
    }
    return json_fail(&at, err, "must be one of %s", known);
}

bool value_list(const struct json_at *object, const char *key, size_t least, size_t most,
                const char *what, struct json_at *out, struct err *err)
{
    struct json_at list;
    if (!json_get(object, key, JSON_LIST, &list, err))
        return false;
    size_t count = json_length(&list);
    if (count < least || count > most)
        return json_fail(&list, err, "must have %zu to %zu %s, but has %zu", least, most, what,
                         count);
    *out = list;
    return true;
}
