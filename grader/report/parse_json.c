/* parse_json.c - a saved report.json back as a report. */
#include "grader/report/parse_json.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "grader/base/fd.h"
#include "grader/report/fields.h"
#include "grader/report/render.h"
#include "grader/text/json.h"

/* One record being filled from one object. */
struct filling {
    const struct json_at *object;
    struct arena *arena;
    void *record;
    struct err *err;
};

#define MEMBER(type, filling, at) ((type *)(void *)((char *)(filling)->record + (at)))

static bool fill_record(const struct json_at *object, const struct record *type,
                        struct arena *arena, void *record, struct err *err);

/* --- single values ------------------------------------------------------------------------- */

static bool decode(const struct json_at *at, struct arena *arena, struct str *out, struct err *err)
{
    const char *text;
    if (!json_text(at, arena, &text, err))
        return false;
    size_t length = strlen(text), size;
    char *bytes = arena_alloc(arena, length + 1);
    if (sodium_base642bin((unsigned char *)bytes, length, text, length, NULL, &size, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return json_fail(at, err, "must be base64");
    *out = (struct str){ bytes, size };
    return true;
}

static bool fill_bytes(const struct filling *filling, const struct field *field,
                       const struct json_at *at)
{
    const char *text;
    char key[64];
    struct json_at exact;
    struct str bytes;
    snprintf(key, sizeof key, "%s_base64", field->key);
    if (!json_text(at, filling->arena, &text, filling->err))
        return false;
    bytes = str_of(text);
    if (json_find(filling->object, key, &exact) &&
        !decode(&exact, filling->arena, &bytes, filling->err))
        return false;
    *MEMBER(struct str, filling, field->offset) = bytes;
    return true;
}

static bool fill_whole(const struct filling *filling, const struct field *field,
                       const struct json_at *at)
{
    if (field->is_optional && !*MEMBER(bool, filling, field->known))
        return json_expect(at, JSON_NULL, filling->err);
    int64_t most = field->size == sizeof(unsigned) ? UINT32_MAX : (int64_t)JSON_WHOLE_MAX;
    int64_t value;
    if (!json_whole(at, field->is_signed ? -most : 0, most, &value, filling->err))
        return false;
    if (field->size == sizeof(unsigned))
        *MEMBER(unsigned, filling, field->offset) = (unsigned)value;
    else
        *MEMBER(int64_t, filling, field->offset) = value;
    return true;
}

static bool fill_number(const struct filling *filling, const struct field *field,
                        const struct json_at *at)
{
    double *out = MEMBER(double, filling, field->offset);
    if (json_kind(at) != JSON_NULL)
        return json_number(at, -1e15, 1e15, out, filling->err);
    *out = INFINITY;
    return true;
}

static bool fill_word(const struct filling *filling, const struct field *field,
                      const struct json_at *at)
{
    const char *text;
    if (!json_text(at, filling->arena, &text, filling->err))
        return false;
    const char *known = "";
    for (unsigned i = 0; i < field->words->count; i++) {
        const char *word = field->words->word(i);
        if (strcmp(word, text) == 0) {
            *MEMBER(unsigned, filling, field->offset) = i;
            return true;
        }
        known = arena_printf(filling->arena, "%s%s\"%s\"", known, i ? ", " : "", word);
    }
    return json_fail(at, filling->err, "must be one of %s", known);
}

/* --- what holds more ----------------------------------------------------------------------- */

static bool expect_list(const struct json_at *at, size_t *out_count, struct err *err)
{
    if (!json_expect(at, JSON_LIST, err))
        return false;
    *out_count = json_length(at);
    return *out_count <= REPORT_LIST_MAX ||
           json_fail(at, err, "must not be longer than %d", REPORT_LIST_MAX);
}

static bool fill_list(const struct filling *filling, const struct field *field,
                      const struct json_at *at)
{
    size_t count, done = 0;
    if (!expect_list(at, &count, filling->err))
        return false;
    char *records = arena_array(filling->arena, count, field->record->size);
    struct json_at item;
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        if (!fill_record(&item, field->record, filling->arena,
                         records + done++ * field->record->size, filling->err))
            return false;
    *MEMBER(void *, filling, field->offset) = count ? records : NULL;
    *MEMBER(size_t, filling, field->count) = count;
    return true;
}

static bool fill_texts(const struct filling *filling, const struct field *field,
                       const struct json_at *at)
{
    size_t count, done = 0;
    if (!expect_list(at, &count, filling->err))
        return false;
    const char **texts = ARENA_ARRAY(filling->arena, count, const char *);
    struct json_at item;
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        if (!json_text(&item, filling->arena, &texts[done++], filling->err))
            return false;
    *MEMBER(const char **, filling, field->offset) = count ? texts : NULL;
    *MEMBER(size_t, filling, field->count) = count;
    return true;
}

static bool fill_object(const struct filling *filling, const struct field *field,
                        const struct json_at *at)
{
    if (json_kind(at) == JSON_NULL)
        return true;
    void *record = arena_alloc(filling->arena, field->record->size);
    if (!fill_record(at, field->record, filling->arena, record, filling->err))
        return false;
    *MEMBER(void *, filling, field->offset) = record;
    return true;
}

static bool fill_field(const struct filling *filling, const struct field *field)
{
    struct json_at at;
    if (!json_find(filling->object, field->key, &at))
        return json_fail(filling->object, filling->err, "needs the key '%s'", field->key);
    switch (field->kind) {
    case FIELD_TEXT:
        return json_text(&at, filling->arena, MEMBER(const char *, filling, field->offset),
                         filling->err);
    case FIELD_BYTES:
        return fill_bytes(filling, field, &at);
    case FIELD_FLAG:
        return json_flag(&at, MEMBER(bool, filling, field->offset), filling->err);
    case FIELD_WHOLE:
        return fill_whole(filling, field, &at);
    case FIELD_NUMBER:
        return fill_number(filling, field, &at);
    case FIELD_WORD:
        return fill_word(filling, field, &at);
    case FIELD_OBJECT:
        return fill_object(filling, field, &at);
    case FIELD_LIST:
        return fill_list(filling, field, &at);
    case FIELD_TEXTS:
        return fill_texts(filling, field, &at);
    }
    assert(false && "every kind is above");
    return false;
}

/* All keys of the record, and for bytes the exact twin; the root has schema_version too. */
static bool check_keys(const struct json_at *object, const struct record *type, struct arena *arena,
                       struct err *err)
{
    const char *keys[REPORT_FIELDS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < type->field_count; i++) {
        keys[count++] = type->fields[i].key;
        if (type->fields[i].kind == FIELD_BYTES)
            keys[count++] = arena_printf(arena, "%s_base64", type->fields[i].key);
    }
    if (!object->parent)
        keys[count++] = "schema_version";
    assert(count <= REPORT_FIELDS_MAX);
    return json_check_keys(object, keys, count, err);
}

static bool fill_record(const struct json_at *object, const struct record *type,
                        struct arena *arena, void *record, struct err *err)
{
    struct filling filling = { object, arena, record, err };
    if (!check_keys(object, type, arena, err))
        return false;
    for (size_t i = 0; i < type->field_count; i++)
        if (!fill_field(&filling, &type->fields[i]))
            return false;
    const char *complaint = type->complaint ? type->complaint(record) : NULL;
    return !complaint || json_fail(object, err, "%s", complaint);
}

/* --- the document -------------------------------------------------------------------------- */

static bool check_version(const struct json_at *root, unsigned expected, struct err *err)
{
    size_t version;
    struct json_at at;
    if (!json_expect(root, JSON_OBJECT, err) ||
        !json_get_size(root, "schema_version", 0, UINT32_MAX, &version, err))
        return false;
    if (version != expected && json_find(root, "schema_version", &at))
        return json_fail(&at, err, "is %zu, but this version of grader reads %u; grade again",
                         version, expected);
    return true;
}

bool record_parse(const char *name, struct str text, const struct record *type,
                  unsigned schema_version, struct arena *arena, void *out, struct err *err)
{
    SCOPED_JSON doc = { 0 };
    if (!json_parse(name, text, &doc, err))
        return false;
    struct json_at root = json_root(&doc);
    void *record = arena_alloc(arena, type->size);
    if (!check_version(&root, schema_version, err) || !fill_record(&root, type, arena, record, err))
        return false;
    memcpy(out, record, type->size);
    return true;
}

bool report_parse(const char *name, struct str text, struct arena *arena, struct report *out,
                  struct err *err)
{
    return record_parse(name, text, &report_record, REPORT_SCHEMA_VERSION, arena, out, err);
}

bool report_load(const char *path, struct arena *arena, struct report *out, struct err *err)
{
    struct str text;
    return file_read(path, REPORT_FILE_BYTES_MAX, arena, &text, err) &&
           report_parse(path, text, arena, out, err);
}
