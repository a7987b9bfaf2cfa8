/* settings.c - test_group.yaml and the .yaml of a test case. */
#include "grader/catalog/settings.h"

#include <math.h>
#include <string.h>

/* Every reader's ctx. */
struct settings_reading {
    struct loader *loader;
    struct test_group *group; /* NULL: a case's file */
    struct settings settings;
    const struct yml_node *static_score, *static_args;
    bool static_is_pass_fail;
};

enum { SCORE_MAX = 1000 * 1000 * 1000, REQUIRE_MAX = 1000 };

struct settings settings_default(struct loader *loader, bool full_feedback)
{
    size_t count = loader->package->input_validator_count;
    return (struct settings){
        .input_validator_args = ARENA_ARRAY(loader->arena, count, struct word_list),
        .full_feedback = full_feedback,
    };
}

void settings_apply(const struct settings *settings, struct test_case *test)
{
    test->args = settings->args;
    test->output_validator_args = settings->output_validator_args;
    test->input_validator_args = settings->input_validator_args;
    test->only_output_validator = settings->only_output_validator;
    test->full_feedback = settings->full_feedback;
    if (!test->hint)
        test->hint = settings->hint;
    if (!test->description)
        test->description = settings->description;
}

bool settings_put_input_args(struct loader *loader, struct settings *settings, const char *name,
                             struct word_list words)
{
    const struct package *package = loader->package;
    bool found = !name;
    struct word_list *all =
        ARENA_ARRAY(loader->arena, package->input_validator_count, struct word_list);
    for (size_t i = 0; i < package->input_validator_count; i++) {
        bool is_named = name && strcmp(package->input_validators[i].sources.name, name) == 0;
        all[i] = is_named || !name ? words : settings->input_validator_args[i];
        found = found || is_named;
    }
    if (found)
        settings->input_validator_args = all;
    return found;
}

static bool read_words(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    struct settings_reading *reading = ctx;
    struct word_list *list = (void *)((char *)&reading->settings + key->offset);
    return yml_words(value, reading->loader->arena, &list->words, &list->count, err);
}

/* Arguments that nothing of ours uses: they must be right all the same. */
static bool check_words(const struct yml_key *key, const struct yml_node *value, void *ctx,
                        struct err *err)
{
    (void)key;
    struct settings_reading *reading = ctx;
    struct word_list list = { 0 };
    return yml_words(value, reading->loader->arena, &list.words, &list.count, err);
}

static bool read_args_of_one(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    struct settings_reading *reading = ctx;
    struct word_list list = { 0 };
    if (!yml_words(value, reading->loader->arena, &list.words, &list.count, err))
        return false;
    const char *name = value->key->text.at;
    return settings_put_input_args(reading->loader, &reading->settings, name, list) ||
           yml_error(value->key, err, "there is no input validator '%.100s'", name);
}

/* A sequence for all validators or a mapping of one each; those that it leaves out get nothing. */
static bool read_input_args(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_args_of_one };
    struct settings_reading *reading = ctx;
    struct word_list list = { 0 };
    if (value->kind != YML_MAPPING &&
        !yml_words(value, reading->loader->arena, &list.words, &list.count, err))
        return false;
    settings_put_input_args(reading->loader, &reading->settings, NULL, list);
    return value->kind != YML_MAPPING ||
           yml_mapping(value, "a mapping of validators", &any, 1, ctx, err);
}

static bool read_full_feedback(const struct yml_key *key, const struct yml_node *value, void *ctx,
                               struct err *err)
{
    (void)key;
    return yml_bool(value, &((struct settings_reading *)ctx)->settings.full_feedback, err);
}

static bool read_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    return yml_string(value, (const char **)(void *)((char *)ctx + key->offset), err);
}

/* Keys about scores are for scoring packages, and never for the samples. */
static bool check_scoring(const struct settings_reading *reading, const struct yml_node *value,
                          struct err *err)
{
    const char *key = value->key->text.at;
    if (strcmp(reading->group->name, "sample") == 0)
        return yml_error(value->key, err, "'%s' is not permitted in 'sample'", key);
    if (!(reading->loader->package->kinds & PACKAGE_SCORING))
        return yml_error(value->key, err, "'%s' is only for problems of type scoring", key);
    return true;
}

static bool read_max_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    (void)key;
    struct settings_reading *reading = ctx;
    uint64_t score;
    if (!check_scoring(reading, value, err))
        return false;
    if (yml_is_string(value) && str_is(value->text, "unbounded")) {
        reading->group->max_score = INFINITY;
        return true;
    }
    if (!yml_whole(value, 0, SCORE_MAX, &score, err))
        return false;
    reading->group->max_score = (double)score;
    return true;
}

static bool read_aggregation(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    static const char *const names[] = {
        [SCORE_PASS_FAIL] = "pass-fail", [SCORE_SUM] = "sum", [SCORE_MIN] = "min"
    };
    struct settings_reading *reading = ctx;
    const char *name;
    if (!check_scoring(reading, value, err) || !yml_string(value, &name, err))
        return false;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(names[i], name) == 0) {
            reading->group->aggregation = (enum score_aggregation)i;
            return true;
        }
    return yml_error(value, err, "'score_aggregation' must be pass-fail, sum or min, not '%.60s'",
                     name);
}

/* Names are looked up where they are read: a required group comes earlier, so it is loaded. */
static const struct test_group *find_group(const struct package *package, const char *name)
{
    for (size_t i = 0; i < package->group_count; i++)
        if (strcmp(package->groups[i]->name, name) == 0)
            return package->groups[i];
    return NULL;
}

static bool read_require_pass(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    (void)key;
    struct settings_reading *reading = ctx;
    struct word_list *list = &reading->group->require_pass;
    if (!check_scoring(reading, value, err) ||
        !yml_strings(value, false, reading->loader->arena, &list->words, &list->count, err))
        return false;
    if (list->count > REQUIRE_MAX)
        return yml_error(value, err, "more than %d groups are required", REQUIRE_MAX);
    for (size_t i = 0; i < list->count; i++) {
        const struct test_group *required = find_group(reading->loader->package, list->words[i]);
        if (!required || required == reading->group || required == reading->group->parent)
            return yml_error(value, err,
                             "'require_pass' names '%.100s', which is not a group before this one",
                             list->words[i]);
        if (required->aggregation != SCORE_PASS_FAIL)
            return yml_error(value, err,
                             "'require_pass' names '%.100s', whose aggregation is not pass-fail",
                             list->words[i]);
    }
    return true;
}

/* A whole number or `pass-fail`; what goes with what is checked when all keys are read. */
static bool read_static_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    (void)key;
    struct settings_reading *reading = ctx;
    uint64_t score = 0;
    reading->static_score = value;
    reading->group->has_static_validation = true;
    reading->static_is_pass_fail = yml_is_string(value) && str_is(value->text, "pass-fail");
    if (!reading->static_is_pass_fail && !yml_whole(value, 0, SCORE_MAX, &score, err))
        return false;
    reading->group->static_validation_score = (double)score;
    return true;
}

static bool read_static_args(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    struct settings_reading *reading = ctx;
    struct word_list *list = &reading->group->static_validator_args;
    reading->static_args = value;
    return yml_words(value, reading->loader->arena, &list->words, &list->count, err);
}

/* Specification, "Static validation test cases": what is an error. */
static bool check_static(const struct settings_reading *reading, struct err *err)
{
    const struct package *package = reading->loader->package;
    const struct yml_node *score = reading->static_score, *args = reading->static_args;
    bool scores = package->kinds & PACKAGE_SCORING;
    bool is_pass_fail = reading->group->aggregation == SCORE_PASS_FAIL;
    if (!score && !args)
        return true;
    if (!package->static_validator)
        return yml_error((score ? score : args)->key, err,
                         "'%s' needs a static validator, which this package has not",
                         (score ? score : args)->key->text.at);
    if (!score)
        return yml_error(args->key, err,
                         "'static_validator_args' is only for groups with "
                         "'static_validation_score'");
    if (reading->static_is_pass_fail)
        return !scores || is_pass_fail ||
               yml_error(score, err,
                         "'static_validation_score' may be pass-fail only where the aggregation "
                         "is");
    if (!scores || is_pass_fail)
        return yml_error(score, err,
                         "'static_validation_score' can pay only where scores are added up: here "
                         "it must be pass-fail");
    return reading->group->max_score >= reading->group->static_validation_score ||
           yml_error(score, err, "'static_validation_score' is more than the group's 'max_score'");
}

#define WORDS(key, member)                                                                         \
    {                                                                                              \
        .name = key, .read = read_words, .offset = offsetof(struct settings, member)               \
    }

#define TEXT(key, member)                                                                          \
    {                                                                                              \
        .name = key, .read = read_text, .offset = offsetof(struct settings_reading, member)        \
    }

static const struct yml_key group_keys[] = {
    { .name = "max_score", .read = read_max_score },
    { .name = "score_aggregation", .read = read_aggregation },
    { .name = "static_validation_score", .read = read_static_score },
    { .name = "require_pass", .read = read_require_pass },
    WORDS("args", args),
    { .name = "input_validator_args", .read = read_input_args },
    { .name = "static_validator_args", .read = read_static_args },
    WORDS("output_validator_args", output_validator_args),
    { .name = "input_visualizer_args", .read = check_words },
    { .name = "output_visualizer_args", .read = check_words },
    { .name = "full_feedback", .read = read_full_feedback },
};

static const struct yml_key case_keys[] = {
    WORDS("args", args),
    { .name = "input_validator_args", .read = read_input_args },
    WORDS("output_validator_args", output_validator_args),
    { .name = "input_visualizer_args", .read = check_words },
    { .name = "output_visualizer_args", .read = check_words },
    { .name = "full_feedback", .read = read_full_feedback },
    TEXT("hint", settings.hint),
    TEXT("description", settings.description),
};

bool settings_read_group(struct loader *loader, const struct entry *file, struct test_group *group,
                         struct settings *settings, struct err *err)
{
    struct settings_reading reading = { .loader = loader, .group = group, .settings = *settings };
    struct yml_node *root;
    if (!loader_yaml(loader, file, true, &root, err) ||
        !yml_mapping(root, "a mapping", group_keys, COUNT_OF(group_keys), &reading, err) ||
        !check_static(&reading, err))
        return false;
    *settings = reading.settings;
    return true;
}

static bool read_case_keys(struct loader *loader, const struct entry *file, bool with_constants,
                           struct settings *settings, struct err *err)
{
    struct settings_reading reading = { .loader = loader, .settings = *settings };
    struct yml_node *root;
    if (!loader_yaml(loader, file, with_constants, &root, err) ||
        !yml_mapping(root, "a mapping", case_keys, COUNT_OF(case_keys), &reading, err))
        return false;
    *settings = reading.settings;
    return true;
}

bool settings_read_folder(struct loader *loader, const struct entry *file,
                          struct settings *settings, struct err *err)
{
    return read_case_keys(loader, file, true, settings, err);
}

bool settings_read_case(struct loader *loader, const struct entry *file, struct test_case *test,
                        struct err *err)
{
    struct settings settings = {
        .args = test->args,
        .output_validator_args = test->output_validator_args,
        .input_validator_args = test->input_validator_args,
        .only_output_validator = test->only_output_validator,
        .full_feedback = test->full_feedback,
        .hint = test->hint,
        .description = test->description,
    };
    if (!read_case_keys(loader, file, false, &settings, err))
        return false;
    test->hint = test->description = NULL;
    settings_apply(&settings, test);
    return true;
}
