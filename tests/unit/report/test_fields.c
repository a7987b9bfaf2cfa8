/* test_fields.c - the table of the report's members has them all, and the schema says the same. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/report/fields.h"
#include "grader/report/verification_fields.h"
#include "grader/text/json.h"

static size_t member_size(const struct field *field)
{
    static const size_t sizes[] = {
        [FIELD_TEXT] = sizeof(char *),
        [FIELD_BYTES] = 2 * sizeof(size_t),
        [FIELD_FLAG] = 1,
        [FIELD_NUMBER] = sizeof(double),
        [FIELD_WORD] = sizeof(unsigned),
        [FIELD_OBJECT] = sizeof(void *),
        [FIELD_LIST] = sizeof(void *),
        [FIELD_TEXTS] = sizeof(void *),
    };
    return field->kind == FIELD_WHOLE ? field->size : sizes[field->kind];
}

/* Bytes that no row covers may only be padding: never a whole aligned word, never a lone member. */
static void check_record(const struct record *record)
{
    char covered[1024] = { 0 };
    cr_assert_lt(record->size, sizeof covered);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        memset(covered + field->offset, 1, member_size(field));
        if (field->kind == FIELD_LIST || field->kind == FIELD_TEXTS)
            memset(covered + field->count, 1, sizeof(size_t));
        if (field->record)
            check_record(field->record);
    }
    size_t gap = 0;
    for (size_t at = 0; at < record->size; at++) {
        gap = covered[at] ? 0 : gap + 1;
        cr_assert_lt(gap, 8, "the struct of %s has a member at %zu that no row names", record->name,
                     at);
    }
}

Test(fields, the_table_names_every_member)
{
    check_record(&report_record);
    check_record(&verification_list_record);
    check_record(&verify_part_record);
}

static struct arena arena;

static bool find_path(const struct json_at *from, const char *key, struct json_at *out)
{
    struct json_at *kept = ARENA_NEW(&arena, struct json_at);
    *kept = *from;
    return json_find(kept, key, out);
}

/* The schema's object for a record: the root, or $defs/NAME. */
static void compare_with_schema(const struct json_at *root, const struct record *record,
                                bool is_root)
{
    struct json_at place = *root, properties, property, flag;
    if (!is_root) {
        cr_assert(find_path(root, "$defs", &place));
        struct json_at *defs = ARENA_NEW(&arena, struct json_at);
        *defs = place;
        cr_assert(json_find(defs, record->name, &place), "no definition of %s", record->name);
    }
    struct json_at *kept = ARENA_NEW(&arena, struct json_at);
    *kept = place;
    cr_assert(json_find(kept, "properties", &properties));
    size_t expected = is_root; /* schema_version */
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        cr_assert(json_find(&properties, field->key, &property), "the schema has no %s.%s",
                  record->name, field->key);
        cr_assert_eq(json_find(&property, "x-measured", &flag), field->is_measured, "%s.%s",
                     record->name, field->key);
        expected += field->kind == FIELD_BYTES ? 2 : 1;
        if (field->record)
            compare_with_schema(root, field->record, false);
    }
    cr_assert_eq(json_length(&properties), expected, "the schema of %s has more", record->name);
}

static void compare_file(const char *file, const struct record *record)
{
    SCOPED_JSON doc = { 0 };
    struct err err = { 0 };
    cr_assert(json_load(file, 1 << 20, &arena, &doc, &err), "%s", err.text);
    struct json_at root = json_root(&doc);
    compare_with_schema(&root, record, true);
    arena_release(&arena);
}

Test(fields, the_schema_has_the_same_keys_and_marks_the_same_as_measured)
{
    compare_file(TREE "/grader/report/report.schema.json", &report_record);
    compare_file(TREE "/grader/report/verification.schema.json", &verification_list_record);
}
