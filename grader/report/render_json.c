/* render_json.c - a report as JSON: every field, versioned; grader/report/report.schema.json. */
#include <assert.h>
#include <stdio.h>

#include <sodium.h>

#include "grader/base/mem.h"
#include "grader/report/fields.h"
#include "grader/report/render.h"
#include "grader/text/escape.h"
#include "grader/text/json.h"
#include "grader/text/json_write.h"

static const void *member(const void *record, size_t offset)
{
    return (const char *)record + offset;
}

#define READ(type, record, offset) (*(const type *)member((record), (offset)))

/* The text for everybody; beside it the exact bytes when text can't carry them. */
static void put_bytes(struct json_writer *writer, const char *key, struct str bytes)
{
    json_put_text(writer, key, bytes);
    if (escape_is_lossless(bytes))
        return;
    size_t size = sodium_base64_encoded_len(bytes.length, sodium_base64_VARIANT_ORIGINAL);
    char *base64 = mem_alloc(size);
    sodium_bin2base64(base64, size, (const unsigned char *)bytes.at, bytes.length,
                      sodium_base64_VARIANT_ORIGINAL);
    char exact_key[64];
    int length = snprintf(exact_key, sizeof exact_key, "%s_base64", key);
    assert(length > 0 && (size_t)length < sizeof exact_key);
    json_put_text(writer, exact_key, str_of(base64));
    mem_free(base64);
}

static void put_whole(struct json_writer *writer, const struct field *field, const void *record)
{
    if (field->is_optional && !READ(bool, record, field->known)) {
        json_put_null(writer, field->key);
        return;
    }
    int64_t value;
    if (field->size == sizeof(unsigned))
        value = READ(unsigned, record, field->offset);
    else
        value = READ(int64_t, record, field->offset);
    /* JSON's numbers are exact up to here; nothing we measure comes near. */
    bool is_exact = value >= -(int64_t)JSON_WHOLE_MAX && value <= (int64_t)JSON_WHOLE_MAX;
    json_put_whole(writer, field->key, is_exact ? value : (int64_t)JSON_WHOLE_MAX);
}

static void put_record(struct json_writer *writer, const char *key, const struct record *type,
                       const void *record);

static void put_list(struct json_writer *writer, const struct field *field, const void *record)
{
    size_t count = READ(size_t, record, field->count);
    const char *first = READ(char *, record, field->offset);
    json_open(writer, field->key, '[');
    for (size_t i = 0; i < count; i++)
        put_record(writer, NULL, field->record, first + i * field->record->size);
    json_close(writer, ']');
}

static void put_texts(struct json_writer *writer, const struct field *field, const void *record)
{
    size_t count = READ(size_t, record, field->count);
    const char *const *texts = READ(char *const *, record, field->offset);
    json_open(writer, field->key, '[');
    for (size_t i = 0; i < count; i++)
        json_put_text(writer, NULL, str_of(texts[i]));
    json_close(writer, ']');
}

static void put_object(struct json_writer *writer, const struct field *field, const void *record)
{
    const void *object = READ(void *, record, field->offset);
    if (object)
        put_record(writer, field->key, field->record, object);
    else
        json_put_null(writer, field->key);
}

static void put_text(struct json_writer *writer, const char *key, const char *text)
{
    json_put_text(writer, key, str_of(text ? text : ""));
}

static void put_field(struct json_writer *writer, const struct field *field, const void *record)
{
    switch (field->kind) {
    case FIELD_TEXT:
        put_text(writer, field->key, READ(char *, record, field->offset));
        break;
    case FIELD_BYTES:
        put_bytes(writer, field->key, READ(struct str, record, field->offset));
        break;
    case FIELD_FLAG:
        json_put_flag(writer, field->key, READ(bool, record, field->offset));
        break;
    case FIELD_WHOLE:
        put_whole(writer, field, record);
        break;
    case FIELD_NUMBER:
        json_put_number(writer, field->key, READ(double, record, field->offset));
        break;
    case FIELD_WORD:
        put_text(writer, field->key, field->words->word(READ(unsigned, record, field->offset)));
        break;
    case FIELD_OBJECT:
        put_object(writer, field, record);
        break;
    case FIELD_LIST:
        put_list(writer, field, record);
        break;
    case FIELD_TEXTS:
        put_texts(writer, field, record);
        break;
    }
}

static void put_fields(struct json_writer *writer, const struct record *type, const void *record)
{
    for (size_t i = 0; i < type->field_count; i++)
        put_field(writer, &type->fields[i], record);
}

static void put_record(struct json_writer *writer, const char *key, const struct record *type,
                       const void *record)
{
    json_open(writer, key, '{');
    put_fields(writer, type, record);
    json_close(writer, '}');
}

bool record_render(const struct record *type, const void *record, unsigned schema_version,
                   struct buf *out)
{
    struct json_writer writer = { .buf = out };
    json_open(&writer, NULL, '{');
    json_put_whole(&writer, "schema_version", schema_version);
    put_fields(&writer, type, record);
    json_close(&writer, '}');
    return buf_ok(out);
}

static bool render(const struct report *report, const struct render_options *options UNUSED,
                   struct buf *out)
{
    return record_render(&report_record, report, REPORT_SCHEMA_VERSION, out);
}

const struct renderer render_json = { "json", "json", render };
