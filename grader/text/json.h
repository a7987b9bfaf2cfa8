/* json.h - reading JSON strictly: every complaint names file, line, column and path. */
#ifndef GRADER_TEXT_JSON_H
#define GRADER_TEXT_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

struct cJSON;

/*
 * json_load or json_parse, any number of questions, json_release (also after a failure, and twice).
 * Zero-initialise before first use. All errors are ERR_INPUT and begin "NAME:LINE:COLUMN: "; lines
 * and columns count from 1, columns in code points.
 *
 * Stricter than cJSON alone: well-formed UTF-8 only, no "\u0000" in a string (C strings could not
 * hold it), no key twice in an object whose keys are checked.
 */
struct json_doc {
    const char *name; /* borrowed: of the file, for messages */
    struct str text;  /* borrowed until json_release */
    struct cJSON *root;
};

/* The file lives in the arena; more than ceiling bytes is an error. */
bool json_load(const char *path, size_t ceiling_bytes, struct arena *arena, struct json_doc *out,
               struct err *err) MUST_CHECK;
/* text must have a NUL behind its bytes, as fd_read_all and arena_memdup leave it. */
bool json_parse(const char *name, struct str text, struct json_doc *out,
                struct err *err) MUST_CHECK;
void json_release(struct json_doc *doc);
#define SCOPED_JSON SCOPED(json_release) struct json_doc

/* A value and the way that led to it; the parent must live as long. */
struct json_at {
    const struct json_doc *doc;
    const struct json_at *parent; /* NULL: the root */
    const struct cJSON *value;
    size_t index; /* among its parent's children */
};

enum json_kind {
    JSON_NULL,
    JSON_FLAG,
    JSON_NUMBER,
    JSON_TEXT,
    JSON_LIST,
    JSON_OBJECT,
    JSON_KIND_COUNT
};

/* Whole numbers beyond this are not exact in JSON and refused. */
#define JSON_WHOLE_MAX (UINT64_C(1) << 53)

struct json_at json_root(const struct json_doc *doc);
enum json_kind json_kind(const struct json_at *at);

/* "NAME:LINE:COLUMN: PATH MESSAGE"; always false. The path of the root is "the document". */
bool json_fail(const struct json_at *at, struct err *err, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* The value is of this kind; a list or an object that is looked at further should be asked first.
 */
bool json_expect(const struct json_at *at, enum json_kind kind, struct err *err) MUST_CHECK;

/* An object that has no other keys than these, and none twice; the error lists what is known. */
bool json_check_keys(const struct json_at *at, const char *const *keys, size_t count,
                     struct err *err) MUST_CHECK;

/* False when the object has no such key; no error. */
bool json_find(const struct json_at *object, const char *key, struct json_at *out);
/* The key must be there and its value of this kind. */
bool json_get(const struct json_at *object, const char *key, enum json_kind kind,
              struct json_at *out, struct err *err) MUST_CHECK;

size_t json_length(const struct json_at *list);
/* Walks a list or an object: *item starts as json_first; both are false at the end. */
bool json_first(const struct json_at *list, struct json_at *item);
bool json_next(struct json_at *item);

/* Values, not keys: of the kind and within the bounds, or an error. The text is copied. */
bool json_text(const struct json_at *at, struct arena *arena, const char **out,
               struct err *err) MUST_CHECK;
bool json_flag(const struct json_at *at, bool *out, struct err *err) MUST_CHECK;
bool json_number(const struct json_at *at, double least, double most, double *out,
                 struct err *err) MUST_CHECK;
/* Bounds within ± JSON_WHOLE_MAX. */
bool json_whole(const struct json_at *at, int64_t least, int64_t most, int64_t *out,
                struct err *err) MUST_CHECK;

/* The same for a key that must be there. */
bool json_get_text(const struct json_at *object, const char *key, struct arena *arena,
                   const char **out, struct err *err) MUST_CHECK;
bool json_get_flag(const struct json_at *object, const char *key, bool *out,
                   struct err *err) MUST_CHECK;
bool json_get_number(const struct json_at *object, const char *key, double least, double most,
                     double *out, struct err *err) MUST_CHECK;
bool json_get_size(const struct json_at *object, const char *key, size_t least, size_t most,
                   size_t *out, struct err *err) MUST_CHECK;

#endif
