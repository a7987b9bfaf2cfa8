/* yaml_get.c - typed questions to a YAML tree, and mappings by table. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/num.h"
#include "grader/text/nearest.h"
#include "grader/text/yaml.h"

/* Written from the end to the front, as the way goes from the node up to the root. */
const char *yml_path(const struct yml_node *node, char out[YML_PATH_MAX])
{
    size_t at = YML_PATH_MAX - 1;
    out[at] = '\0';
    for (; node->parent; node = node->parent) {
        char part[YML_PATH_MAX];
        bool in_mapping = node->parent->kind == YML_MAPPING;
        const char *dot = node->parent->parent ? "." : "";
        if (in_mapping && node->key)
            snprintf(part, sizeof part, "%s%.100s", dot, node->key->text.at);
        else if (in_mapping) /* a key itself */
            snprintf(part, sizeof part, "%s%.100s", dot, node->text.at ? node->text.at : "?");
        else
            snprintf(part, sizeof part, "[%zu]", node->index);
        size_t length = strlen(part);
        if (length > at)
            break;
        at -= length;
        memcpy(out + at, part, length);
    }
    return out[at] == '\0' ? "the file" : out + at;
}

bool yml_is_null(const struct yml_node *node)
{
    return node->kind == YML_SCALAR && node->type == YML_NULL;
}

bool yml_is_string(const struct yml_node *node)
{
    return node->kind == YML_SCALAR && node->type == YML_STRING;
}

/* "FILE:LINE:COLUMN: 'limits.memory' must be a string, not 12". */
static bool wrong(const struct yml_node *node, struct err *err, const char *wanted)
{
    static const char *const kinds[] = { [YML_SEQUENCE] = "a list", [YML_MAPPING] = "a mapping" };
    char path[YML_PATH_MAX], is[64];
    if (node->kind != YML_SCALAR)
        snprintf(is, sizeof is, "%s", kinds[node->kind]);
    else if (node->type == YML_NULL)
        snprintf(is, sizeof is, "nothing");
    else
        snprintf(is, sizeof is, node->type == YML_STRING ? "'%.40s'" : "%.40s", node->text.at);
    return yml_error(node, err, "'%s' must be %s, not %s", yml_path(node, path), wanted, is);
}

bool yml_string(const struct yml_node *node, const char **out, struct err *err)
{
    if (node->kind == YML_SCALAR && node->type != YML_STRING && node->type != YML_NULL)
        return wrong(node, err, "a string (put quotes around it)");
    if (!yml_is_string(node))
        return wrong(node, err, "a string");
    *out = node->text.at;
    return true;
}

bool yml_word(const struct yml_node *node, const char **out, struct err *err)
{
    bool good = node->kind == YML_SCALAR && node->type != YML_NULL && node->type != YML_BOOL;
    if (!good)
        return wrong(node, err, "a string");
    *out = node->text.at;
    return true;
}

bool yml_bool(const struct yml_node *node, bool *out, struct err *err)
{
    if (node->kind != YML_SCALAR || node->type != YML_BOOL)
        return wrong(node, err, "true or false");
    *out = node->text.at[0] == 't' || node->text.at[0] == 'T';
    return true;
}

bool yml_whole(const struct yml_node *node, uint64_t least, uint64_t most, uint64_t *out,
               struct err *err)
{
    char wanted[96];
    snprintf(wanted, sizeof wanted, "a whole number between %" PRIu64 " and %" PRIu64, least, most);
    if (node->kind != YML_SCALAR || node->type != YML_INT || !num_u64(node->text, least, most, out))
        return wrong(node, err, wanted);
    return true;
}

bool yml_number(const struct yml_node *node, double least, double most, bool above, double *out,
                struct err *err)
{
    char wanted[96];
    snprintf(wanted, sizeof wanted,
             above ? "a number above %g and at most %g" : "a number from %g to %g", least, most);
    bool is_number = node->kind == YML_SCALAR && (node->type == YML_INT || node->type == YML_FLOAT);
    double value;
    if (!is_number || !num_double(node->text, &value) || !(value >= least && value <= most) ||
        (above && value <= least))
        return wrong(node, err, wanted);
    *out = value;
    return true;
}

typedef bool (*text_fn)(const struct yml_node *node, const char **out, struct err *err);

static bool read_list(const struct yml_node *node, text_fn read, struct arena *arena,
                      const char ***out, size_t *out_count, struct err *err)
{
    if (node->kind != YML_SEQUENCE)
        return wrong(node, err, "a list of strings");
    const char **texts = ARENA_ARRAY(arena, node->count, const char *);
    for (size_t i = 0; i < node->count; i++)
        if (!read(node->items[i], &texts[i], err))
            return false;
    *out = texts;
    *out_count = node->count;
    return true;
}

bool yml_words(const struct yml_node *node, struct arena *arena, const char ***out,
               size_t *out_count, struct err *err)
{
    return read_list(node, yml_word, arena, out, out_count, err);
}

bool yml_strings(const struct yml_node *node, bool filled, struct arena *arena, const char ***out,
                 size_t *out_count, struct err *err)
{
    if (node->kind == YML_SEQUENCE && node->count == 0 && filled)
        return wrong(node, err, "a string or a list with at least one");
    if (node->kind == YML_SEQUENCE)
        return read_list(node, yml_string, arena, out, out_count, err);
    const char *text;
    if (!yml_string(node, &text, err))
        return false;
    const char **texts = ARENA_ARRAY(arena, 1, const char *);
    texts[0] = text;
    *out = texts;
    *out_count = 1;
    return true;
}

enum { TABLE_MAX = 64 };

static bool unknown_key(const struct yml_node *key, const struct yml_key *keys, size_t key_count,
                        struct err *err)
{
    char path[YML_PATH_MAX];
    const char *names[TABLE_MAX] = { NULL };
    for (size_t i = 0; i < key_count; i++)
        names[i] = keys[i].name;
    size_t nearest = nearest_index(key->text.at, names, key_count);
    if (nearest >= key_count)
        return yml_error(key, err, "unknown key '%s'", yml_path(key, path));
    return yml_error(key, err, "unknown key '%s'; did you mean '%s'?", yml_path(key, path),
                     names[nearest]);
}

static const struct yml_key *find_row(const struct yml_key *keys, size_t key_count, struct str name)
{
    for (size_t i = 0; i < key_count; i++)
        if (!keys[i].name || str_is(name, keys[i].name))
            return &keys[i];
    return NULL;
}

bool yml_mapping(const struct yml_node *node, const char *what, const struct yml_key *keys,
                 size_t key_count, void *ctx, struct err *err)
{
    assert(key_count > 0 && key_count <= TABLE_MAX);
    if (node->kind != YML_MAPPING && !yml_is_null(node))
        return wrong(node, err, what);
    for (size_t i = 0; i < node->count; i++) {
        const struct yml_pair *pair = &node->pairs[i];
        const struct yml_key *row = find_row(keys, key_count, pair->key->text);
        if (!row)
            return unknown_key(pair->key, keys, key_count, err);
        if (!row->read(row, pair->value, ctx, err))
            return false;
    }
    for (size_t i = 0; i < key_count; i++)
        if (keys[i].is_required && !yml_find(node, keys[i].name))
            return yml_error(node, err, "the key '%s' is missing", keys[i].name);
    return true;
}

const struct yml_node *yml_find(const struct yml_node *node, const char *key)
{
    for (size_t i = 0; node->kind == YML_MAPPING && i < node->count; i++)
        if (str_is(node->pairs[i].key->text, key))
            return node->pairs[i].value;
    return NULL;
}
