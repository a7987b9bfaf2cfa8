/* json.c - reading JSON strictly: every complaint names file, line, column and path. */
#include "grader/text/json.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/text/escape.h"
#include "grader/text/json_locate.h"

enum {
    DEPTH_MAX = CJSON_NESTING_LIMIT + 1, /* cJSON refuses anything deeper */
    PATH_TEXT_MAX = 512,
    SHOWN_COLUMNS = 40, /* of a key or of offending text */
};

static const char *const kinds[] = {
    [JSON_NULL] = "null",   [JSON_FLAG] = "true or false", [JSON_NUMBER] = "a number",
    [JSON_TEXT] = "a text", [JSON_LIST] = "a list",        [JSON_OBJECT] = "an object",
};
static_assert(COUNT_OF(kinds) == JSON_KIND_COUNT, "one phrase per kind");

/* --- parsing ------------------------------------------------------------------------------- */

static bool fail_at(const char *name, struct str text, size_t offset, struct err *err,
                    const char *complaint)
{
    struct text_position position = text_position_of(text, offset);
    return err_set(err, ERR_INPUT, "%s:%zu:%zu: %s", name, position.line, position.column,
                   complaint);
}

/* The offset of a "\u0000" that is no escaped backslash followed by u0000; length when none. */
static size_t find_escaped_nul(struct str text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (text.at[at] != '\\')
            continue;
        if (text.length - at >= 6 && memcmp(text.at + at, "\\u0000", 6) == 0)
            return at;
        at++; /* the escaped character */
    }
    return text.length;
}

static bool check_bytes(const char *name, struct str text, struct err *err)
{
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        long rune = str_next_rune(text, &at);
        if (rune < 0)
            return fail_at(name, text, start, err, "not valid UTF-8; save the file as UTF-8");
        if (rune < ' ' && rune != '\n' && rune != '\r' && rune != '\t')
            return fail_at(name, text, start, err, "a control character; JSON has none");
    }
    size_t nul = find_escaped_nul(text);
    if (nul < text.length)
        return fail_at(name, text, nul, err, "\\u0000 is not allowed in a text");
    return true;
}

static bool fail_syntax(const char *name, struct str text, const char *end, struct err *err)
{
    size_t offset = end && end >= text.at ? (size_t)(end - text.at) : 0;
    offset = offset < text.length ? offset : text.length;
    /* cJSON stops within a bare word: go to where it begins. */
    while (offset < text.length && offset > 0 && isalnum((unsigned char)text.at[offset - 1]))
        offset--;
    struct str rest = { text.at + offset, text.length - offset }, line;
    SCOPED_BUF complaint;
    buf_init(&complaint, ERR_TEXT_MAX);
    buf_puts(&complaint, "not valid JSON");
    if (str_next_line(&rest, &line) && line.length > 0) {
        buf_puts(&complaint, " at '");
        escape_put_cut(&complaint, line, ESCAPE_TERMINAL, SHOWN_COLUMNS);
        buf_puts(&complaint, "': is a comma, a quote or a bracket missing, or one too many?");
    } else {
        buf_puts(&complaint, ": the text ends too early");
    }
    return fail_at(name, text, offset, err, buf_text(&complaint));
}

bool json_parse(const char *name, struct str text, struct json_doc *out, struct err *err)
{
    assert(text.at && text.at[text.length] == '\0');
    if (!check_bytes(name, text, err))
        return false;
    const char *end = NULL;
    cJSON *root = cJSON_ParseWithLengthOpts(text.at, text.length + 1, &end, true);
    if (!root)
        return fail_syntax(name, text, end, err);
    *out = (struct json_doc){ .name = name, .text = text, .root = root };
    return true;
}

bool json_load(const char *path, size_t ceiling_bytes, struct arena *arena, struct json_doc *out,
               struct err *err)
{
    struct str text;
    return file_read(path, ceiling_bytes, arena, &text, err) && json_parse(path, text, out, err);
}

void json_release(struct json_doc *doc)
{
    cJSON_Delete(doc->root);
    *doc = (struct json_doc){ 0 };
}

/* --- places -------------------------------------------------------------------------------- */

struct json_at json_root(const struct json_doc *doc)
{
    assert(doc->root);
    return (struct json_at){ .doc = doc, .value = doc->root };
}

enum json_kind json_kind(const struct json_at *at)
{
    static const struct {
        int type;
        enum json_kind kind;
    } table[] = {
        { cJSON_NULL, JSON_NULL },     { cJSON_True, JSON_FLAG },  { cJSON_False, JSON_FLAG },
        { cJSON_String, JSON_TEXT },   { cJSON_Array, JSON_LIST }, { cJSON_Object, JSON_OBJECT },
        { cJSON_Number, JSON_NUMBER },
    };
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if ((at->value->type & 0xff) == table[i].type)
            return table[i].kind;
    assert(false && "cJSON knows no other types");
    return JSON_NULL;
}

static bool is_member(const struct json_at *at)
{
    return at->parent && json_kind(at->parent) == JSON_OBJECT;
}

static void put_path(struct buf *buf, const struct json_at *at)
{
    if (!at->parent)
        return;
    put_path(buf, at->parent);
    if (!is_member(at)) {
        buf_printf(buf, "[%zu]", at->index);
        return;
    }
    if (at->parent->parent)
        buf_putc(buf, '.');
    escape_put_cut(buf, str_of(at->value->string), ESCAPE_TERMINAL, SHOWN_COLUMNS);
}

static size_t offset_of(const struct json_at *at, bool want_key)
{
    size_t steps[DEPTH_MAX], depth = 0;
    for (const struct json_at *up = at; up->parent; up = up->parent)
        depth++;
    assert(depth <= DEPTH_MAX);
    size_t i = depth;
    for (const struct json_at *up = at; up->parent; up = up->parent)
        steps[--i] = up->index;
    return json_locate(at->doc->text, steps, depth, want_key);
}

static bool vfail(const struct json_at *at, bool at_key, struct err *err, const char *format,
                  va_list args) PRINTF_LIKE(4, 0);
static bool vfail(const struct json_at *at, bool at_key, struct err *err, const char *format,
                  va_list args)
{
    SCOPED_BUF path;
    buf_init(&path, PATH_TEXT_MAX);
    put_path(&path, at);
    char message[ERR_TEXT_MAX / 2];
    vsnprintf(message, sizeof message, format, args);
    struct text_position position = text_position_of(at->doc->text, offset_of(at, at_key));
    return err_set(err, ERR_INPUT, "%s:%zu:%zu: %s %s", at->doc->name, position.line,
                   position.column, at->parent ? buf_text(&path) : "the document", message);
}

bool json_fail(const struct json_at *at, struct err *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vfail(at, false, err, format, args);
    va_end(args);
    return false;
}

static bool fail_key(const struct json_at *at, struct err *err, const char *format, ...)
    PRINTF_LIKE(3, 4);
static bool fail_key(const struct json_at *at, struct err *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vfail(at, true, err, format, args);
    va_end(args);
    return false;
}

bool json_expect(const struct json_at *at, enum json_kind kind, struct err *err)
{
    enum json_kind found = json_kind(at);
    return found == kind || json_fail(at, err, "must be %s, but is %s", kinds[kind], kinds[found]);
}

/* --- children ------------------------------------------------------------------------------ */

bool json_first(const struct json_at *list, struct json_at *item)
{
    if (!list->value->child)
        return false;
    *item = (struct json_at){ .doc = list->doc, .parent = list, .value = list->value->child };
    return true;
}

bool json_next(struct json_at *item)
{
    if (!item->value->next)
        return false;
    item->value = item->value->next;
    item->index++;
    return true;
}

size_t json_length(const struct json_at *list)
{
    size_t length = 0;
    for (const cJSON *child = list->value->child; child; child = child->next)
        length++;
    return length;
}

static bool key_index(const char *const *keys, size_t count, const char *key, size_t *out)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i], key) == 0) {
            *out = i;
            return true;
        }
    return false;
}

static bool fail_unknown_key(const struct json_at *member, const char *const *keys, size_t count,
                             struct err *err)
{
    SCOPED_BUF known;
    buf_init(&known, ERR_TEXT_MAX / 2);
    for (size_t i = 0; i < count; i++)
        buf_printf(&known, "%s%s", i ? ", " : "", keys[i]);
    return fail_key(member, err, "is not a known key; remove it or use one of: %s",
                    buf_text(&known));
}

bool json_check_keys(const struct json_at *at, const char *const *keys, size_t count,
                     struct err *err)
{
    enum { KEYS_MAX = 64 };
    assert(count <= KEYS_MAX);
    bool seen[KEYS_MAX] = { false };
    if (!json_expect(at, JSON_OBJECT, err))
        return false;
    struct json_at member;
    for (bool more = json_first(at, &member); more; more = json_next(&member)) {
        size_t i;
        if (!key_index(keys, count, member.value->string, &i))
            return fail_unknown_key(&member, keys, count, err);
        if (seen[i])
            return fail_key(&member, err, "is given twice; remove one");
        seen[i] = true;
    }
    return true;
}

bool json_find(const struct json_at *object, const char *key, struct json_at *out)
{
    struct json_at member;
    for (bool more = json_first(object, &member); more; more = json_next(&member))
        if (strcmp(member.value->string, key) == 0) {
            *out = member;
            return true;
        }
    return false;
}

static bool get(const struct json_at *object, const char *key, struct json_at *out, struct err *err)
{
    return json_find(object, key, out) || json_fail(object, err, "needs the key '%s'", key);
}

bool json_get(const struct json_at *object, const char *key, enum json_kind kind,
              struct json_at *out, struct err *err)
{
    struct json_at member;
    if (!get(object, key, &member, err) || !json_expect(&member, kind, err))
        return false;
    *out = member;
    return true;
}

/* --- values -------------------------------------------------------------------------------- */

bool json_text(const struct json_at *at, struct arena *arena, const char **out, struct err *err)
{
    if (!json_expect(at, JSON_TEXT, err))
        return false;
    *out = arena_strdup(arena, at->value->valuestring);
    return true;
}

bool json_flag(const struct json_at *at, bool *out, struct err *err)
{
    if (!json_expect(at, JSON_FLAG, err))
        return false;
    *out = cJSON_IsTrue(at->value);
    return true;
}

bool json_number(const struct json_at *at, double least, double most, double *out, struct err *err)
{
    if (!json_expect(at, JSON_NUMBER, err))
        return false;
    double value = at->value->valuedouble;
    if (!isfinite(value) || value < least || value > most)
        return json_fail(at, err, "must lie between %g and %g", least, most);
    *out = value;
    return true;
}

bool json_whole(const struct json_at *at, int64_t least, int64_t most, int64_t *out,
                struct err *err)
{
    assert(least >= -(int64_t)JSON_WHOLE_MAX && most <= (int64_t)JSON_WHOLE_MAX);
    if (!json_expect(at, JSON_NUMBER, err))
        return false;
    double value = at->value->valuedouble;
    if (!isfinite(value) || value != floor(value))
        return json_fail(at, err, "must be a whole number");
    if (value < (double)least || value > (double)most)
        return json_fail(at, err, "must lie between %lld and %lld", (long long)least,
                         (long long)most);
    *out = (int64_t)value;
    return true;
}

bool json_get_text(const struct json_at *object, const char *key, struct arena *arena,
                   const char **out, struct err *err)
{
    struct json_at member;
    return get(object, key, &member, err) && json_text(&member, arena, out, err);
}

bool json_get_flag(const struct json_at *object, const char *key, bool *out, struct err *err)
{
    struct json_at member;
    return get(object, key, &member, err) && json_flag(&member, out, err);
}

bool json_get_number(const struct json_at *object, const char *key, double least, double most,
                     double *out, struct err *err)
{
    struct json_at member;
    return get(object, key, &member, err) && json_number(&member, least, most, out, err);
}

bool json_get_size(const struct json_at *object, const char *key, size_t least, size_t most,
                   size_t *out, struct err *err)
{
    struct json_at member;
    int64_t value;
    if (!get(object, key, &member, err) ||
        !json_whole(&member, (int64_t)least, (int64_t)most, &value, err))
        return false;
    *out = (size_t)value;
    return true;
}
