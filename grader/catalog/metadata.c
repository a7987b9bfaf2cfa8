/* metadata.c - problem.yaml of format 2025-09: every key with its type. */
#include "grader/catalog/metadata.h"

#include <ctype.h>
#include <string.h>

#include "grader/catalog/credits.h"
#include "grader/catalog/language.h"
#include "grader/catalog/limits.h"

/* Every reader's ctx is a struct metadata. */

static bool read_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key, (void)ctx;
    const char *text;
    return yml_string(value, &text, err);
}

static bool read_version(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key, (void)ctx;
    const char *text;
    return yml_word(value, &text, err);
}

/* Kinds of problem, and what excludes what. */
static const struct {
    const char *name;
    unsigned kind; /* of enum package_kind */
    const char *not_with[2];
} types[] = {
    { "pass-fail", PACKAGE_PASS_FAIL, { "scoring" } },
    { "scoring", PACKAGE_SCORING, { "pass-fail" } },
    { "multi-pass", PACKAGE_MULTI_PASS, { "submit-answer" } },
    { "interactive", PACKAGE_INTERACTIVE, { "submit-answer" } },
    { "submit-answer", PACKAGE_SUBMIT_ANSWER, { "multi-pass", "interactive" } },
};

static size_t find_type(const char *name)
{
    size_t i = 0;
    while (i < COUNT_OF(types) && strcmp(types[i].name, name) != 0)
        i++;
    return i;
}

static bool excludes(size_t row, const char *other)
{
    for (size_t i = 0; i < COUNT_OF(types[row].not_with); i++)
        if (types[row].not_with[i] && strcmp(types[row].not_with[i], other) == 0)
            return true;
    return false;
}

static bool check_type(const struct yml_node *value, const char **names, size_t at, size_t row,
                       struct err *err)
{
    if (row == COUNT_OF(types))
        return yml_error(value, err,
                         "unknown type '%.60s'; the format knows pass-fail, scoring, multi-pass, "
                         "interactive, submit-answer",
                         names[at]);
    for (size_t i = 0; i < at; i++) {
        if (strcmp(names[i], names[at]) == 0)
            return yml_error(value, err, "the type '%s' is here twice", names[at]);
        if (excludes(row, names[i]))
            return yml_error(value, err, "a problem cannot be both '%s' and '%s'", names[i],
                             names[at]);
    }
    return true;
}

static bool read_type(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    struct metadata *metadata = ctx;
    const char **names;
    size_t count;
    if (!yml_strings(value, true, metadata->loader->arena, &names, &count, err))
        return false;
    unsigned kinds = PACKAGE_PASS_FAIL;
    for (size_t i = 0; i < count; i++) {
        const struct yml_node *at = value->kind == YML_SEQUENCE ? value->items[i] : value;
        size_t row = find_type(names[i]);
        if (!check_type(at, names, i, row, err))
            return false;
        kinds |= types[row].kind;
    }
    metadata->loader->package->kinds = kinds;
    return true;
}

static bool read_name_in(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    struct metadata *metadata = ctx;
    const char *language = value->key->text.at, *name;
    if (!language_is_good(language))
        return yml_error(value->key, err,
                         "'%s' is not the code of a language, like 'en' or 'pt-BR'", language);
    if (!yml_string(value, &name, err))
        return false;
    struct package *package = metadata->loader->package;
    if (!package->name || strcmp(language, "en") == 0)
        package->name = name;
    metadata->name_languages[metadata->name_language_count++] = language;
    return true;
}

static bool read_name(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_name_in };
    struct metadata *metadata = ctx;
    struct arena *arena = metadata->loader->arena;
    metadata->name_node = value;
    metadata->name_languages = ARENA_ARRAY(arena, value->count + 1, const char *);
    if (value->kind != YML_MAPPING) {
        metadata->name_languages[metadata->name_language_count++] = "en";
        return yml_string(value, &metadata->loader->package->name, err);
    }
    if (value->count == 0)
        return yml_error(value, err, "'name' must give at least one name");
    return yml_mapping(value, "a name or a mapping", &any, 1, ctx, err);
}

/* RFC 9562, section 4: 8-4-4-4-12 hexadecimal digits. */
static bool uuid_is_good(const char *text)
{
    static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (strlen(text) != sizeof form - 1)
        return false;
    for (size_t i = 0; i < sizeof form - 1; i++)
        if (form[i] == 'x' ? !isxdigit((unsigned char)text[i]) : text[i] != '-')
            return false;
    return true;
}

bool metadata_read_uuid(const struct yml_node *value, const char **out, struct err *err)
{
    const char *text;
    if (!yml_string(value, &text, err))
        return false;
    if (!uuid_is_good(text))
        return yml_error(value, err, "'%.60s' is not a UUID of the form %s", text,
                         "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    *out = text;
    return true;
}

static bool read_uuid(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    return metadata_read_uuid(value, &((struct metadata *)ctx)->loader->package->uuid, err);
}

static bool read_credits(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    return credits_check(value, &((struct metadata *)ctx)->has_authors, err);
}

static bool read_source(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    ((struct metadata *)ctx)->has_source = true;
    return credits_check_source(value, err);
}

bool metadata_read_license(const struct yml_node *value, const char **out, struct err *err)
{
    static const char *const known[] = { "unknown",  "public domain", "cc0",       "cc by",
                                         "cc by-sa", "educational",   "permission" };
    const char *text;
    if (!yml_string(value, &text, err))
        return false;
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (strcmp(text, known[i]) == 0) {
            *out = known[i];
            return true;
        }
    return yml_error(
        value, err,
        "unknown license '%.60s'; the format knows unknown, public domain, cc0, cc by, "
        "cc by-sa, educational, permission",
        text);
}

static bool read_license(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    return metadata_read_license(value, &((struct metadata *)ctx)->license, err);
}

static bool read_rights_owner(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    struct metadata *metadata = ctx;
    metadata->has_rights_owner = true;
    metadata->rights_owner_node = value;
    return read_text(key, value, ctx, err);
}

/* YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ; 'd' stands for a digit. */
static bool read_embargo(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key, (void)ctx;
    static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
    const char *text;
    if (!yml_string(value, &text, err))
        return false;
    size_t length = strlen(text);
    bool good = length == strlen("YYYY-MM-DD") || length == sizeof form - 1;
    for (size_t i = 0; good && i < length; i++)
        good = form[i] == 'd' ? isdigit((unsigned char)text[i]) : text[i] == form[i];
    return good || yml_error(value, err,
                             "'embargo_until' must look like 2026-11-26 or 2026-11-26T18:00:00Z");
}

static bool read_limits(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    struct metadata *metadata = ctx;
    return limits_read(value, &metadata->loader->package->limits, &metadata->passes_node, err);
}

static bool read_keywords(const struct yml_key *key, const struct yml_node *value, void *ctx,
                          struct err *err)
{
    (void)key;
    const char **words;
    size_t count;
    return yml_words(value, ((struct metadata *)ctx)->loader->arena, &words, &count, err);
}

static bool read_languages(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    (void)key;
    struct loader *loader = ((struct metadata *)ctx)->loader;
    const char **words;
    size_t count;
    if (!yml_strings(value, true, loader->arena, &words, &count, err))
        return false;
    bool has_c = false;
    if (count != 1 || strcmp(words[0], "all") != 0)
        loader->package->languages = (struct word_list){ words, count };
    for (size_t i = 0; i < count; i++)
        has_c = has_c || strcmp(words[i], "c") == 0 || strcmp(words[i], "all") == 0;
    if (!has_c)
        loader_warn(loader, "%s:%u: 'languages' does not name 'c'; we grade C all the same",
                    value->file, value->line);
    return true;
}

static bool read_file_writing(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    (void)key;
    return yml_bool(value, &((struct metadata *)ctx)->loader->package->allow_file_writing, err);
}

static bool read_constant(const struct yml_key *key, const struct yml_node *value, void *ctx,
                          struct err *err)
{
    (void)key;
    struct loader *loader = ((struct metadata *)ctx)->loader;
    const char *name = value->key->text.at, *text;
    size_t length = 0;
    while (isalnum((unsigned char)name[length]) || name[length] == '_')
        length++;
    if (length == 0 || length > CONSTANT_NAME_MAX || name[length] != '\0' ||
        isdigit((unsigned char)name[0]))
        return yml_error(value->key, err, "'%.60s' cannot be the name of a constant", name);
    if (!yml_word(value, &text, err))
        return false;
    loader->constants[loader->constant_count++] = (struct constant){ name, text };
    return true;
}

static bool read_constants(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_constant };
    struct loader *loader = ((struct metadata *)ctx)->loader;
    loader->constants = ARENA_ARRAY(loader->arena, value->count, struct constant);
    return yml_mapping(value, "a mapping of names to values", &any, 1, ctx, err);
}

static const struct yml_key keys[] = {
    { .name = "problem_format_version", .read = read_text, .is_required = true },
    { .name = "name", .read = read_name, .is_required = true },
    { .name = "uuid", .read = read_uuid }, /* required, but see check_together */
    { .name = "type", .read = read_type },
    { .name = "version", .read = read_version },
    { .name = "credits", .read = read_credits },
    { .name = "source", .read = read_source },
    { .name = "license", .read = read_license },
    { .name = "rights_owner", .read = read_rights_owner },
    { .name = "embargo_until", .read = read_embargo },
    { .name = "limits", .read = read_limits },
    { .name = "keywords", .read = read_keywords },
    { .name = "languages", .read = read_languages },
    { .name = "allow_file_writing", .read = read_file_writing },
    { .name = "constants", .read = read_constants },
};

/* Rules over several keys. */
static bool check_together(const struct metadata *metadata, const struct yml_node *root,
                           struct err *err)
{
    const struct package *package = metadata->loader->package;
    bool is_draft = package->grading == PACKAGE_GRADING_GRADERS;
    if (!package->uuid && !is_draft)
        return yml_error(root, err, "the key 'uuid' is missing");
    if (!package->uuid)
        loader_warn_at(metadata->loader, root, "the key 'uuid' is missing");
    if (metadata->passes_node && !(package->kinds & PACKAGE_MULTI_PASS))
        return yml_error(metadata->passes_node, err,
                         "'limits.validation_passes' is only for problems of type multi-pass");
    if (metadata->has_rights_owner && strcmp(metadata->license, "public domain") == 0)
        return yml_error(metadata->rights_owner_node, err,
                         "what is in the public domain has no 'rights_owner'");
    bool needs_owner = strcmp(metadata->license, "unknown") != 0 &&
                       strcmp(metadata->license, "public domain") != 0;
    if (needs_owner && !metadata->has_rights_owner && !metadata->has_authors &&
        !metadata->has_source)
        loader_warn(metadata->loader,
                    "%s:%u: the license '%s' needs a rights owner, an author or a source",
                    root->file, root->line, metadata->license);
    return true;
}

bool metadata_load(struct loader *loader, const struct yml_node *root, struct metadata *out,
                   struct err *err)
{
    loader->package->limits = limits_default();
    struct metadata metadata = { .loader = loader, .license = "unknown" };
    if (!yml_mapping(root, "a mapping", keys, COUNT_OF(keys), &metadata, err) ||
        !check_together(&metadata, root, err))
        return false;
    *out = metadata;
    return true;
}
