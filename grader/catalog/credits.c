/* credits.c - people and sources of problem.yaml: checked, not kept. */
#include "grader/catalog/credits.h"

#include "grader/catalog/language.h"

static bool read_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key, (void)ctx;
    const char *text;
    return yml_string(value, &text, err);
}

static bool check_person(const struct yml_node *node, struct err *err)
{
    static const struct yml_key keys[] = {
        { .name = "name", .read = read_text, .is_required = true },
        { .name = "email", .read = read_text },
        { .name = "orcid", .read = read_text },
        { .name = "kattis", .read = read_text },
    };
    if (node->kind == YML_SCALAR)
        return read_text(NULL, node, NULL, err);
    return yml_mapping(node, "a name or a mapping", keys, COUNT_OF(keys), NULL, err);
}

typedef bool (*check_fn)(const struct yml_node *node, struct err *err);

static bool check_one_or_more(const struct yml_node *node, const char *what, check_fn check,
                              struct err *err)
{
    char path[YML_PATH_MAX];
    if (node->kind != YML_SEQUENCE)
        return check(node, err);
    if (node->count == 0)
        return yml_error(node, err, "'%s' must name at least one %s", yml_path(node, path), what);
    for (size_t i = 0; i < node->count; i++)
        if (!check(node->items[i], err))
            return false;
    return true;
}

bool credits_check_persons(const struct yml_node *node, struct err *err)
{
    return check_one_or_more(node, "person", check_person, err);
}

static bool read_persons(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key, (void)ctx;
    return credits_check_persons(value, err);
}

static bool read_translator(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    (void)key, (void)ctx;
    if (!language_is_good(value->key->text.at))
        return yml_error(value->key, err,
                         "'%s' is not the code of a language, like 'en' or 'pt-BR'",
                         value->key->text.at);
    return credits_check_persons(value, err);
}

static bool read_translators(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_translator };
    return yml_mapping(value, "a mapping of languages to people", &any, 1, ctx, err);
}

bool credits_check(const struct yml_node *node, bool *out_has_authors, struct err *err)
{
    static const struct yml_key keys[] = {
        { .name = "authors", .read = read_persons },
        { .name = "contributors", .read = read_persons },
        { .name = "testers", .read = read_persons },
        { .name = "translators", .read = read_translators },
        { .name = "packagers", .read = read_persons },
        { .name = "acknowledgements", .read = read_persons },
    };
    bool is_person = node->kind == YML_SCALAR && !yml_is_null(node);
    bool good = is_person
                    ? check_person(node, err)
                    : yml_mapping(node, "a name or a mapping", keys, COUNT_OF(keys), NULL, err);
    if (good)
        *out_has_authors = is_person || yml_find(node, "authors") != NULL;
    return good;
}

static bool check_source_entry(const struct yml_node *node, struct err *err)
{
    static const struct yml_key keys[] = {
        { .name = "name", .read = read_text, .is_required = true },
        { .name = "url", .read = read_text },
    };
    if (node->kind == YML_SCALAR)
        return read_text(NULL, node, NULL, err);
    return yml_mapping(node, "a name or a mapping", keys, COUNT_OF(keys), NULL, err);
}

bool credits_check_source(const struct yml_node *node, struct err *err)
{
    return check_one_or_more(node, "source", check_source_entry, err);
}
