/* report_random.c - reports full of hostile bytes, and whether two reports are equal. */
#include "tests/support/report_random.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "grader/report/fields.h"

struct dice {
    uint64_t state;
    bool utf8_only;
    struct arena *arena;
};

/* xorshift64* (Vigna 2016). */
static uint64_t roll(struct dice *dice, uint64_t sides)
{
    dice->state ^= dice->state >> 12;
    dice->state ^= dice->state << 25;
    dice->state ^= dice->state >> 27;
    return (dice->state * UINT64_C(2685821657736338717) >> 33) % sides;
}

static const char *const morsels[] = {
    "a",
    "word ",
    "<script>alert(1)</script>",
    "</pre>",
    "</title>",
    "</style>",
    "<!--",
    "-->",
    "&",
    "&lt;",
    "\"",
    "'",
    " onload=x ",
    "\x1b[31m",
    "\x1b]0;t\x07",
    "\x07",
    "\r",
    "\n",
    "\t",
    "\x7f",
    "\xc2\x9b[2J",
    "\xe2\x80\xae",
    "\xe2\x81\xa6",
    "\xe2\x80\x8b",
    "\xef\xbb\xbf",
    "\xe2\x80\xa8",
    "\xf3\xa0\x81\x81",
    "\\",
    "\\u0000",
    "{}",
    "]",
    "%s%n",
    "\xe4\xb8\xad",
    "\xf0\x9f\x98\x80",
    "aVeryLongWordThatNeverEndsAndHasNoPlaceToBreakItAtAllSoThatItFillsMoreThanOneLineOfAScreen",
};
static const char *const malformed[] = { "\xff",     "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                         "\xe2\x80", "\x80" };

static struct str random_bytes(struct dice *dice, bool utf8_only, bool with_nul)
{
    char text[4096];
    size_t length = 0, count = roll(dice, 12);
    for (size_t i = 0; i < count; i++) {
        const char *morsel = !utf8_only && roll(dice, 5) == 0
                                 ? malformed[roll(dice, COUNT_OF(malformed))]
                                 : morsels[roll(dice, COUNT_OF(morsels))];
        memcpy(text + length, morsel, strlen(morsel));
        length += strlen(morsel);
        if (with_nul && roll(dice, 8) == 0)
            text[length++] = '\0';
    }
    return (struct str){ arena_memdup(dice->arena, text, length), length };
}

#define MEMBER(type, record, offset) (*(type *)((char *)(record) + (offset)))

static void fill(struct dice *dice, const struct record *type, void *record);

static void fill_list(struct dice *dice, const struct field *field, void *record)
{
    size_t count = roll(dice, 4);
    char *items = arena_array(dice->arena, count, field->record->size);
    for (size_t i = 0; i < count; i++)
        fill(dice, field->record, items + i * field->record->size);
    MEMBER(void *, record, field->offset) = count ? items : NULL;
    MEMBER(size_t, record, field->count) = count;
}

static void fill_texts(struct dice *dice, const struct field *field, void *record)
{
    size_t count = roll(dice, 4);
    const char **texts = ARENA_ARRAY(dice->arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        texts[i] = random_bytes(dice, dice->utf8_only, false).at;
    MEMBER(const char **, record, field->offset) = count ? texts : NULL;
    MEMBER(size_t, record, field->count) = count;
}

static void fill_field(struct dice *dice, const struct field *field, void *record)
{
    switch (field->kind) {
    case FIELD_TEXT:
        MEMBER(const char *, record, field->offset) = random_bytes(dice, dice->utf8_only, false).at;
        break;
    case FIELD_BYTES:
        MEMBER(struct str, record, field->offset) = random_bytes(dice, false, true);
        break;
    case FIELD_FLAG:
        MEMBER(bool, record, field->offset) = roll(dice, 2);
        break;
    case FIELD_WHOLE:
        if (field->is_optional && !MEMBER(bool, record, field->known))
            break;
        if (field->size == sizeof(unsigned))
            MEMBER(unsigned, record, field->offset) = (unsigned)roll(dice, 1000);
        else
            MEMBER(uint64_t, record, field->offset) = roll(dice, 1u << 30) << roll(dice, 20);
        break;
    case FIELD_NUMBER:
        MEMBER(double, record, field->offset) = (double)roll(dice, 100000) / 7;
        break;
    case FIELD_WORD:
        MEMBER(unsigned, record, field->offset) = (unsigned)roll(dice, field->words->count);
        break;
    case FIELD_OBJECT:
        if (roll(dice, 2)) {
            void *object = arena_alloc(dice->arena, field->record->size);
            fill(dice, field->record, object);
            MEMBER(void *, record, field->offset) = object;
        }
        break;
    case FIELD_LIST:
        fill_list(dice, field, record);
        break;
    case FIELD_TEXTS:
        fill_texts(dice, field, record);
        break;
    }
}

/* What the members owe each other. */
static void reconcile(struct dice *dice, const struct record *type, void *record)
{
    if (strcmp(type->name, "exhibit") == 0) {
        struct report_exhibit *exhibit = record;
        exhibit->expected_offset = roll(dice, exhibit->expected.length + 1);
        exhibit->got_offset = roll(dice, exhibit->got.length + 1);
    } else if (strcmp(type->name, "group") == 0) {
        struct report_group *group = record;
        group->case_count = roll(dice, 9);
        group->judged_count = roll(dice, group->case_count + 1);
        group->accepted_count = roll(dice, group->judged_count + 1);
        group->max_score = roll(dice, 2) ? INFINITY : group->max_score;
    } else if (strcmp(type->name, "counterexample") == 0) {
        struct report_counterexample *example = record;
        example->verdict = example->exhibit ? VERDICT_RUN_ERROR : VERDICT_NONE;
    } else if (strcmp(type->name, "criterion") == 0) {
        struct report_criterion *criterion = record;
        criterion->max_points += criterion->points;
    } else if (strcmp(type->name, "problem") == 0) {
        struct report_problem *problem = record;
        problem->max_points += problem->points;
        problem->pass_percent = fmod(problem->pass_percent, 100);
    } else if (strcmp(type->name, "remark") == 0) {
        struct report_remark *remark = record;
        remark->read_on =
            roll(dice, 2) ? arena_printf(dice->arena, "https://%s", remark->read_on) : "";
    } else if (strcmp(type->name, "finding") == 0) {
        struct quality_finding *finding = record;
        finding->read_on =
            roll(dice, 2) ? arena_printf(dice->arena, "https://%s", finding->read_on) : "";
    } else if (strcmp(type->name, "since") == 0) {
        struct report_since *since = record;
        since->max_points += since->points;
    } else if (strcmp(type->name, "report") == 0) {
        struct report *report = record;
        report->max_points += report->points;
        report->pass_percent = fmod(report->pass_percent, 100);
    }
}

static void fill(struct dice *dice, const struct record *type, void *record)
{
    for (size_t i = 0; i < type->field_count; i++)
        fill_field(dice, &type->fields[i], record);
    reconcile(dice, type, record);
}

void report_random_make(uint64_t seed, bool utf8_only, struct arena *arena, struct report *out)
{
    struct dice dice = { seed * 2 + 1, utf8_only, arena };
    *out = (struct report){ 0 };
    for (int i = 0; i < 8; i++)
        roll(&dice, 2);
    fill(&dice, &report_record, out);
}

/* --- equality ------------------------------------------------------------------------------ */

static bool equal(const struct record *type, const void *a, const void *b);

static bool equal_list(const struct field *field, const void *a, const void *b)
{
    size_t count = MEMBER(size_t, a, field->count);
    if (count != MEMBER(size_t, b, field->count))
        return false;
    const char *left = MEMBER(const char *, a, field->offset);
    const char *right = MEMBER(const char *, b, field->offset);
    for (size_t i = 0; i < count; i++)
        if (!equal(field->record, left + i * field->record->size, right + i * field->record->size))
            return false;
    return true;
}

static bool equal_texts(const struct field *field, const void *a, const void *b)
{
    size_t count = MEMBER(size_t, a, field->count);
    if (count != MEMBER(size_t, b, field->count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(MEMBER(const char **, a, field->offset)[i],
                   MEMBER(const char **, b, field->offset)[i]) != 0)
            return false;
    return true;
}

static bool equal_field(const struct field *field, const void *a, const void *b)
{
    const void *left, *right;
    switch (field->kind) {
    case FIELD_TEXT:
        return strcmp(MEMBER(const char *, a, field->offset),
                      MEMBER(const char *, b, field->offset)) == 0;
    case FIELD_BYTES:
        return str_equal(MEMBER(struct str, a, field->offset),
                         MEMBER(struct str, b, field->offset));
    case FIELD_FLAG:
        return MEMBER(bool, a, field->offset) == MEMBER(bool, b, field->offset);
    case FIELD_WHOLE:
        return memcmp((const char *)a + field->offset, (const char *)b + field->offset,
                      field->size) == 0;
    case FIELD_NUMBER:
        return MEMBER(double, a, field->offset) == MEMBER(double, b, field->offset);
    case FIELD_WORD:
        return MEMBER(unsigned, a, field->offset) == MEMBER(unsigned, b, field->offset);
    case FIELD_OBJECT:
        left = MEMBER(const void *, a, field->offset);
        right = MEMBER(const void *, b, field->offset);
        return left && right ? equal(field->record, left, right) : left == right;
    case FIELD_LIST:
        return equal_list(field, a, b);
    case FIELD_TEXTS:
        return equal_texts(field, a, b);
    }
    return false;
}

static bool equal(const struct record *type, const void *a, const void *b)
{
    for (size_t i = 0; i < type->field_count; i++)
        if (!equal_field(&type->fields[i], a, b)) {
            fprintf(stderr, "differ in %s.%s\n", type->name, type->fields[i].key);
            return false;
        }
    return true;
}

bool report_random_equal(const struct report *a, const struct report *b)
{
    return equal(&report_record, a, b);
}
