/* fields.h - the report as a table: which key of the JSON is which member, and of what kind. */
#ifndef GRADER_REPORT_FIELDS_H
#define GRADER_REPORT_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

/*
 * One table serves the writer (render_json.c) and the reader (parse_json.c), so that neither can
 * know a key that the other doesn't. report.schema.json and verification.schema.json say the same
 * in public; a test compares.
 */
enum field_kind {
    FIELD_TEXT,   /* const char * */
    FIELD_BYTES,  /* struct str; a second key KEY_base64 only when text can't carry the bytes */
    FIELD_FLAG,   /* bool */
    FIELD_WHOLE,  /* unsigned, size_t, uint64_t or int64_t, by size and sign */
    FIELD_NUMBER, /* double; null is INFINITY */
    FIELD_WORD,   /* an enumeration, as its word */
    FIELD_OBJECT, /* pointer to a record; null is NULL */
    FIELD_LIST,   /* pointer to records, their count at `count` */
    FIELD_TEXTS,  /* const char **, their count at `count` */
};

struct record;

/* The words of an enumeration: value 0 … count-1. */
struct words {
    const char *(*word)(unsigned value);
    unsigned count;
};

struct field {
    const char *key;
    enum field_kind kind;
    size_t offset;
    size_t size;                 /* FIELD_WHOLE: bytes of the member */
    bool is_signed;              /* FIELD_WHOLE */
    size_t count;                /* FIELD_LIST, FIELD_TEXTS: offset of the count */
    bool is_optional;            /* FIELD_WHOLE: null when the flag at `known` is false */
    size_t known;                /* offset of that flag */
    const struct words *words;   /* FIELD_WORD */
    const struct record *record; /* FIELD_OBJECT, FIELD_LIST */
    bool is_measured;            /* differs between two runs of the same thing */
};

struct record {
    const char *name;
    size_t size;
    const struct field *fields;
    size_t field_count;
    /* What no single field can say: a complaint ("has …"), or NULL. */
    const char *(*complaint)(const void *record);
};

extern const struct record report_record, since_record;

/* The whole as a JSON document, schema_version in front. False when out's ceiling broke it. */
bool record_render(const struct record *type, const void *record, unsigned schema_version,
                   struct buf *out) MUST_CHECK;

/* What record_render wrote comes back into *out, of type->size bytes: see parse_json.h. */
bool record_parse(const char *name, struct str text, const struct record *type,
                  unsigned schema_version, struct arena *arena, void *out,
                  struct err *err) MUST_CHECK;

/* Ceilings of a report that is read back. */
enum { REPORT_LIST_MAX = 100000, REPORT_FIELDS_MAX = 60 };

#endif
