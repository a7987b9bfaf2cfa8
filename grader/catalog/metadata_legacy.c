/* metadata_legacy.c - problem.yaml of format legacy. */
#include "grader/catalog/metadata_legacy.h"

#include <string.h>

#include "grader/catalog/limits.h"
#include "grader/catalog/metadata.h"
#include "grader/catalog/testdata.h"

/* Every reader's ctx is a struct legacy_metadata unless it says otherwise. */

/* A string, or a number that should have been quoted. *out stays where there is no value. */
static bool old_text(struct loader *loader, const struct yml_node *value, const char **out,
                     struct err *err)
{
    if (yml_is_null(value))
        return true;
    if (yml_is_string(value))
        return yml_string(value, out, err);
    if (!yml_word(value, out, err))
        return false;
    loader_warn_at(loader, value, "'%s' should be in quotes", *out);
    return true;
}

/* true and false, and what they were in YAML 1.1. */
static bool old_bool(struct loader *loader, const struct yml_node *value, bool *out,
                     struct err *err)
{
    static const char *const words[] = { "no", "No", "off", "yes", "Yes", "on" };
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (yml_is_string(value) && str_is(value->text, words[i])) {
            *out = i >= COUNT_OF(words) / 2;
            loader_warn_at(loader, value, "'%s' should be %s", words[i], *out ? "true" : "false");
            return true;
        }
    return yml_bool(value, out, err);
}

static bool read_any_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                          struct err *err)
{
    (void)key;
    const char *text;
    return old_text(((struct legacy_metadata *)ctx)->loader, value, &text, err);
}

static bool read_author(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    ((struct legacy_metadata *)ctx)->has_author = !yml_is_null(value);
    return read_any_text(key, value, ctx, err);
}

static bool read_source(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    ((struct legacy_metadata *)ctx)->has_source = !yml_is_null(value);
    return read_any_text(key, value, ctx, err);
}

static bool read_source_url(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    if (!yml_is_null(value))
        ((struct legacy_metadata *)ctx)->source_url = value;
    return read_any_text(key, value, ctx, err);
}

static bool read_rights_owner(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    if (!yml_is_null(value))
        ((struct legacy_metadata *)ctx)->rights_owner = value;
    return read_any_text(key, value, ctx, err);
}

static bool read_type(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    struct package *package = ((struct legacy_metadata *)ctx)->loader->package;
    const char *text;
    if (!yml_string(value, &text, err))
        return false;
    bool scores = strcmp(text, "scoring") == 0;
    if (!scores && strcmp(text, "pass-fail") != 0)
        return yml_error(value, err, "'type' must be pass-fail or scoring, not '%.60s'", text);
    if (scores && strcmp(package->format, "legacy-icpc") == 0)
        return yml_error(value, err, "problems of format legacy-icpc have no scores");
    package->kinds |= scores ? PACKAGE_SCORING : PACKAGE_PASS_FAIL;
    return true;
}

static bool read_name_in(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    struct package *package = ((struct legacy_metadata *)ctx)->loader->package;
    const char *name;
    if (!yml_word(value, &name, err))
        return false;
    if (!package->name || str_is(value->key->text, "en"))
        package->name = name;
    return true;
}

static bool read_name(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_name_in };
    struct legacy_metadata *metadata = ctx;
    if (value->kind != YML_MAPPING)
        return old_text(metadata->loader, value, &metadata->loader->package->name, err);
    loader_warn_at(metadata->loader, value, "names by language are of a later format");
    return yml_mapping(value, "a name", &any, 1, ctx, err);
}

static bool read_uuid(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    struct package *package = ((struct legacy_metadata *)ctx)->loader->package;
    return yml_is_null(value) || metadata_read_uuid(value, &package->uuid, err);
}

static bool read_license(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    return yml_is_null(value) ||
           metadata_read_license(value, &((struct legacy_metadata *)ctx)->license, err);
}

static bool read_limits(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    struct loader *loader = ((struct legacy_metadata *)ctx)->loader;
    return limits_read_legacy(loader, value, &loader->package->limits, err);
}

/* ---- validation ---- */

static const struct {
    const char *word;
    unsigned kind;
    bool is_tolerated; /* with a warning */
} custom_words[] = {
    { "score", 0, false },
    { "interactive", PACKAGE_INTERACTIVE, false },
    { "multi-pass", PACKAGE_MULTI_PASS, true },
    { "multipass", PACKAGE_MULTI_PASS, true },
};

static bool read_custom_word(struct legacy_metadata *metadata, const struct yml_node *value,
                             const char *word, struct err *err)
{
    size_t row = 0;
    while (row < COUNT_OF(custom_words) && strcmp(custom_words[row].word, word) != 0)
        row++;
    if (row == COUNT_OF(custom_words))
        return yml_error(value, err,
                         "'validation: custom' knows score and interactive, not "
                         "'%.60s'",
                         word);
    if (custom_words[row].is_tolerated)
        loader_warn_at(metadata->loader, value, "'%s' is of a later format", word);
    if (row == 0)
        metadata->validation_scores = true;
    metadata->loader->package->kinds |= custom_words[row].kind;
    return true;
}

static bool read_validation(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    (void)key;
    struct legacy_metadata *metadata = ctx;
    const char *text;
    metadata->validation = value;
    if (!yml_string(value, &text, err))
        return false;
    struct word_list words = testdata_split(metadata->loader->arena, text);
    const char *first = words.count > 0 ? words.words[0] : "";
    metadata->is_custom = strcmp(first, "custom") == 0;
    if (!metadata->is_custom && strcmp(first, "default") != 0)
        return yml_error(value, err, "'validation' must begin with default or custom");
    if (!metadata->is_custom && words.count > 1)
        return yml_error(value, err, "'validation: default' takes no other words");
    for (size_t i = 1; i < words.count; i++)
        if (!read_custom_word(metadata, value, words.words[i], err))
            return false;
    return true;
}

static bool read_validator_flags(const struct yml_key *key, const struct yml_node *value, void *ctx,
                                 struct err *err)
{
    (void)key;
    struct legacy_metadata *metadata = ctx;
    const char *text = "";
    if (!old_text(metadata->loader, value, &text, err))
        return false;
    metadata->validator_flags = testdata_split(metadata->loader->arena, text);
    return true;
}

/* ---- grading ---- */

static bool read_objective(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    (void)key;
    struct package *package = ((struct legacy_metadata *)ctx)->loader->package;
    const char *text;
    if (!yml_string(value, &text, err))
        return false;
    package->objective_is_min = strcmp(text, "min") == 0;
    return package->objective_is_min || strcmp(text, "max") == 0 ||
           yml_error(value, err, "'objective' must be min or max, not '%.60s'", text);
}

static bool read_show(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    struct loader *loader = ((struct legacy_metadata *)ctx)->loader;
    return old_bool(loader, value, &loader->package->shows_group_results, err);
}

static void warn_predates(struct legacy_metadata *metadata, const struct yml_node *value)
{
    loader_warn_at(metadata->loader, value, "'%s' belongs into testdata.yaml", value->key->text.at);
}

static bool read_old_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    warn_predates(ctx, value);
    return testdata_read_score(key, value, ctx, err);
}

static bool read_old_range(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    struct legacy_metadata *metadata = ctx;
    warn_predates(metadata, value);
    return testdata_read_range(key, value, &metadata->root, err);
}

/* problemtools: first_error stops, worst_error and grade go on. */
static bool read_old_on_reject(const struct yml_key *key, const struct yml_node *value, void *ctx,
                               struct err *err)
{
    (void)key;
    static const char *const words[] = { "first_error", "break", "worst_error", "grade",
                                         "continue" };
    struct legacy_metadata *metadata = ctx;
    const char *text;
    warn_predates(metadata, value);
    if (!yml_string(value, &text, err))
        return false;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strcmp(words[i], text) == 0) {
            metadata->root.breaks_on_reject = i < 2;
            return true;
        }
    return yml_error(value, err, "'on_reject' must be first_error, worst_error or grade");
}

static bool read_grading(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    static const struct yml_key keys[] = {
        { .name = "objective", .read = read_objective },
        { .name = "show_test_data_groups", .read = read_show },
        { .name = "accept_score",
          .read = read_old_score,
          .offset = offsetof(struct legacy_metadata, root.accept_score) },
        { .name = "reject_score",
          .read = read_old_score,
          .offset = offsetof(struct legacy_metadata, root.reject_score) },
        { .name = "range", .read = read_old_range },
        { .name = "on_reject", .read = read_old_on_reject },
    };
    if (!yml_is_null(value))
        ((struct legacy_metadata *)ctx)->grading = value;
    return yml_mapping(value, "a mapping", keys, COUNT_OF(keys), ctx, err);
}

/* ---- the rest ---- */

static bool read_keywords(const struct yml_key *key, const struct yml_node *value, void *ctx,
                          struct err *err)
{
    struct loader *loader = ((struct legacy_metadata *)ctx)->loader;
    const char **words;
    size_t count;
    if (value->kind != YML_SEQUENCE)
        return read_any_text(key, value, ctx, err);
    loader_warn_at(loader, value, "'keywords' should be one string");
    return yml_words(value, loader->arena, &words, &count, err);
}

static bool read_old_key(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)err;
    loader_warn_at(((struct legacy_metadata *)ctx)->loader, value->key,
                   "'%s' is not of the format and is ignored", key->name);
    return true;
}

static const struct yml_key keys[] = {
    { .name = "problem_format_version", .read = read_any_text },
    { .name = "type", .read = read_type },
    { .name = "name", .read = read_name },
    { .name = "uuid", .read = read_uuid },
    { .name = "author", .read = read_author },
    { .name = "source", .read = read_source },
    { .name = "source_url", .read = read_source_url },
    { .name = "license", .read = read_license },
    { .name = "rights_owner", .read = read_rights_owner },
    { .name = "limits", .read = read_limits },
    { .name = "validation", .read = read_validation },
    { .name = "validator_flags", .read = read_validator_flags },
    { .name = "grading", .read = read_grading },
    { .name = "keywords", .read = read_keywords },
    { .name = "libraries", .read = read_old_key },
    { .name = "languages", .read = read_old_key },
};

/* Rules over several keys. */
static bool check_together(const struct legacy_metadata *metadata, const struct yml_node *root,
                           struct err *err)
{
    bool scores = metadata->loader->package->kinds & PACKAGE_SCORING;
    if (metadata->grading && !scores)
        return yml_error(metadata->grading->key, err,
                         "'grading' is only for problems of type "
                         "scoring");
    if (metadata->validation_scores && !scores)
        return yml_error(metadata->validation, err,
                         "'validation: custom score' is only for problems of type scoring");
    if (metadata->source_url && !metadata->has_source)
        return yml_error(metadata->source_url->key, err, "'source_url' needs a 'source'");
    bool is_public = strcmp(metadata->license, "public domain") == 0;
    if (is_public && metadata->rights_owner)
        return yml_error(metadata->rights_owner, err,
                         "what is in the public domain has no 'rights_owner'");
    if (!is_public && strcmp(metadata->license, "unknown") != 0 && !metadata->rights_owner &&
        !metadata->has_author && !metadata->has_source)
        loader_warn_at(metadata->loader, root,
                       "the license '%s' needs a rights owner, an author or a source",
                       metadata->license);
    return true;
}

bool metadata_legacy_load(struct loader *loader, const struct yml_node *root,
                          struct legacy_metadata *out, struct err *err)
{
    struct legacy_metadata metadata = { .loader = loader,
                                        .license = "unknown",
                                        .root = testdata_default() };
    struct package *package = loader->package;
    package->limits = limits_default_legacy();
    if (!yml_mapping(root, "a mapping", keys, COUNT_OF(keys), &metadata, err) ||
        !check_together(&metadata, root, err))
        return false;
    package->validator_gives_score = metadata.validation_scores;
    if (!package->name)
        package->name = package->id;
    *out = metadata;
    return true;
}
