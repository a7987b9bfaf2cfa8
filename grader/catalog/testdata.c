/* testdata.c - testdata.yaml of the older formats. */
#include "grader/catalog/testdata.h"

#include <math.h>
#include <string.h>

#include "grader/base/num.h"

/* Every reader's ctx. `grader` is the first member: testdata_read_score and _range want that. */
struct testdata_reading {
    struct grader_settings grader;
    struct loader *loader;
    struct test_group *group;
    struct settings settings;
    struct word_list before; /* in front of the output validators' words */
    const struct yml_node *grading, *flags;
};

struct grader_settings testdata_default(void)
{
    return (struct grader_settings){
        .breaks_on_reject = true,
        .accept_score = 1,
        .least_score = -INFINITY,
        .most_score = INFINITY,
    };
}

struct word_list testdata_split(struct arena *arena, const char *text)
{
    static const char white[] = " \t\r\n\v\f";
    struct word_list list = { ARENA_ARRAY(arena, strlen(text) / 2 + 1, const char *), 0 };
    for (;;) {
        text += strspn(text, white);
        size_t length = strcspn(text, white);
        if (length == 0)
            return list;
        list.words[list.count++] = arena_memdup(arena, text, length);
        text += length;
    }
}

static struct word_list join(struct arena *arena, struct word_list first, struct word_list second)
{
    struct word_list both = { ARENA_ARRAY(arena, first.count + second.count, const char *),
                              first.count + second.count };
    for (size_t i = 0; i < first.count; i++)
        both.words[i] = first.words[i];
    for (size_t i = 0; i < second.count; i++)
        both.words[first.count + i] = second.words[i];
    return both;
}

/* ---- how results become one ---- */

static bool read_on_reject(const struct yml_key *key, const struct yml_node *value, void *ctx,
                           struct err *err)
{
    (void)key;
    struct testdata_reading *reading = ctx;
    const char *text;
    if (!yml_string(value, &text, err))
        return false;
    reading->grader.breaks_on_reject = strcmp(text, "break") == 0;
    return reading->grader.breaks_on_reject || strcmp(text, "continue") == 0 ||
           yml_error(value, err, "'on_reject' must be break or continue, not '%.60s'", text);
}

static bool read_grading(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    struct testdata_reading *reading = ctx;
    const char *text;
    reading->grading = value;
    if (!yml_string(value, &text, err))
        return false;
    reading->grader.is_custom = strcmp(text, "custom") == 0;
    if (reading->grader.is_custom && !reading->loader->package->grader)
        return yml_error(value, err, "'grading: custom' needs a program in 'graders'");
    return reading->grader.is_custom || strcmp(text, "default") == 0 ||
           yml_error(value, err, "'grading' must be default or custom, not '%.60s'", text);
}

/* A string of words; null and a number count as one. */
static bool read_flags(struct loader *loader, const struct yml_node *value, struct word_list *out,
                       struct err *err)
{
    const char *text = "";
    if (!yml_is_null(value) && !yml_word(value, &text, err))
        return false;
    *out = testdata_split(loader->arena, text);
    return true;
}

static bool read_grader_flags(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    (void)key;
    struct testdata_reading *reading = ctx;
    reading->flags = value;
    return read_flags(reading->loader, value, &reading->grader.flags, err);
}

enum flag_kind { FLAG_VERDICT, FLAG_SCORE, FLAG_IGNORE_SAMPLE, FLAG_ANY };

static const struct {
    const char *word;
    enum flag_kind kind;
    int mode;
} grader_flags[] = {
    { "worst_error", FLAG_VERDICT, GRADER_WORST_ERROR },
    { "first_error", FLAG_VERDICT, GRADER_FIRST_ERROR },
    { "always_accept", FLAG_VERDICT, GRADER_ALWAYS_ACCEPT },
    { "sum", FLAG_SCORE, GRADER_SUM },
    { "avg", FLAG_SCORE, GRADER_AVG },
    { "min", FLAG_SCORE, GRADER_MIN },
    { "max", FLAG_SCORE, GRADER_MAX },
    { "ignore_sample", FLAG_IGNORE_SAMPLE, 0 },
    { "accept_if_any_accepted", FLAG_ANY, 0 },
};

static bool apply_flag(struct grader_settings *grader, const char *word)
{
    size_t i = 0;
    while (i < COUNT_OF(grader_flags) && strcmp(grader_flags[i].word, word) != 0)
        i++;
    if (i == COUNT_OF(grader_flags))
        return false;
    switch (grader_flags[i].kind) {
    case FLAG_VERDICT:
        grader->verdict_mode = (enum grader_verdict_mode)grader_flags[i].mode;
        break;
    case FLAG_SCORE:
        grader->score_mode = (enum grader_score_mode)grader_flags[i].mode;
        break;
    case FLAG_IGNORE_SAMPLE:
        grader->ignores_sample = true;
        break;
    case FLAG_ANY:
        grader->accepts_if_any_accepted = true;
        break;
    }
    return true;
}

/* The default grader's flags into modes; the last of several that exclude each other holds. */
static bool parse_flags(struct testdata_reading *reading, const struct yml_node *root,
                        struct err *err)
{
    struct grader_settings *grader = &reading->grader;
    bool is_root = !reading->group->parent;
    grader->verdict_mode = GRADER_WORST_ERROR;
    grader->score_mode = GRADER_SUM;
    grader->ignores_sample = grader->accepts_if_any_accepted = false;
    for (size_t i = 0; i < grader->flags.count && !grader->is_custom; i++)
        if (!apply_flag(grader, grader->flags.words[i]))
            return yml_error(reading->flags ? reading->flags : root, err,
                             "the default grader has no flag '%.60s'", grader->flags.words[i]);
    if (grader->ignores_sample && !is_root && reading->flags)
        loader_warn(reading->loader,
                    "%s:%u: 'ignore_sample' is ignored: it is only for the root's testdata.yaml",
                    reading->flags->file, reading->flags->line);
    grader->ignores_sample = grader->ignores_sample && is_root;
    return true;
}

bool testdata_read_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    static const double most = 1e12;
    return yml_number(value, -most, most, false, (double *)(void *)((char *)ctx + key->offset),
                      err);
}

static bool parse_bound(const char *word, double *out)
{
    if (strcmp(word, "inf") == 0 || strcmp(word, "+inf") == 0)
        *out = INFINITY;
    else if (strcmp(word, "-inf") == 0)
        *out = -INFINITY;
    else
        return num_double(str_of(word), out);
    return true;
}

bool testdata_read_range(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    struct grader_settings *grader = ctx;
    const char *text;
    char words[2][32];
    double least, most;
    if (!yml_string(value, &text, err))
        return false;
    static const char white[] = " \t";
    for (size_t i = 0; i < 2; i++) {
        text += strspn(text, white);
        size_t length = strcspn(text, white);
        if (length >= sizeof words[i])
            length = 0;
        memcpy(words[i], text, length);
        words[i][length] = '\0';
        text += length;
    }
    if (text[strspn(text, white)] || !parse_bound(words[0], &least) ||
        !parse_bound(words[1], &most) || !(least <= most))
        return yml_error(value, err, "'range' must be two numbers, like '0 100' or '-inf +inf'");
    grader->least_score = least;
    grader->most_score = most;
    return true;
}

static bool check_scoring(const struct yml_node *value, const struct testdata_reading *reading,
                          struct err *err)
{
    return (reading->loader->package->kinds & PACKAGE_SCORING) ||
           yml_error(value->key, err, "'%s' is only for problems of type scoring",
                     value->key->text.at);
}

static bool read_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    return check_scoring(value, ctx, err) && testdata_read_score(key, value, ctx, err);
}

static bool read_range(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    return check_scoring(value, ctx, err) && testdata_read_range(key, value, ctx, err);
}

/* ---- what validators are given ---- */

/* A mapping {name, flags}: one validator and its words. */
struct named_flags {
    struct loader *loader;
    const char *name;
    struct word_list flags;
};

static bool read_named_name(const struct yml_key *key, const struct yml_node *value, void *ctx,
                            struct err *err)
{
    (void)key;
    return yml_word(value, &((struct named_flags *)ctx)->name, err);
}

static bool read_named_flags(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    struct named_flags *named = ctx;
    return read_flags(named->loader, value, &named->flags, err);
}

/* out->name stays NULL when the value is one string for all. */
static bool read_validator_flags(struct loader *loader, const struct yml_node *value,
                                 struct named_flags *out, struct err *err)
{
    static const struct yml_key keys[] = {
        { .name = "name", .read = read_named_name, .is_required = true },
        { .name = "flags", .read = read_named_flags },
    };
    *out = (struct named_flags){ .loader = loader };
    if (value->kind != YML_MAPPING)
        return read_flags(loader, value, &out->flags, err);
    return yml_mapping(value, "a string or a mapping", keys, COUNT_OF(keys), out, err);
}

static bool read_input_flags(const struct yml_key *key, const struct yml_node *value, void *ctx,
                             struct err *err)
{
    (void)key;
    struct testdata_reading *reading = ctx;
    struct named_flags named;
    if (!read_validator_flags(reading->loader, value, &named, err))
        return false;
    if (!named.name)
        return settings_put_input_args(reading->loader, &reading->settings, NULL, named.flags);
    settings_put_input_args(reading->loader, &reading->settings, NULL, (struct word_list){ 0 });
    return settings_put_input_args(reading->loader, &reading->settings, named.name, named.flags) ||
           yml_error(value, err, "there is no input validator '%.100s'", named.name);
}

static const struct package_program *find_validator(const struct package *package, const char *name)
{
    for (size_t i = 0; i < package->output_validator_count; i++)
        if (strcmp(package->output_validators[i].sources.name, name) == 0)
            return &package->output_validators[i];
    return NULL;
}

static bool read_output_flags(const struct yml_key *key, const struct yml_node *value, void *ctx,
                              struct err *err)
{
    (void)key;
    struct testdata_reading *reading = ctx;
    struct named_flags named;
    if (!read_validator_flags(reading->loader, value, &named, err))
        return false;
    reading->settings.output_validator_args =
        join(reading->loader->arena, reading->before, named.flags);
    reading->settings.only_output_validator = NULL;
    if (!named.name)
        return true;
    reading->settings.only_output_validator = find_validator(reading->loader->package, named.name);
    return reading->settings.only_output_validator ||
           yml_error(value, err, "there is no output validator '%.100s'", named.name);
}

#define SCORE(key, member)                                                                         \
    {                                                                                              \
        .name = key, .read = read_score,                                                           \
        .offset = offsetof(struct testdata_reading, grader.member)                                 \
    }

static const struct yml_key keys[] = {
    { .name = "on_reject", .read = read_on_reject },
    { .name = "grading", .read = read_grading },
    { .name = "grader_flags", .read = read_grader_flags },
    { .name = "input_validator_flags", .read = read_input_flags },
    { .name = "output_validator_flags", .read = read_output_flags },
    SCORE("accept_score", accept_score),
    SCORE("reject_score", reject_score),
    { .name = "range", .read = read_range },
};

bool testdata_read(struct loader *loader, const struct entry *file, struct word_list before,
                   struct test_group *group, struct settings *settings, struct err *err)
{
    struct testdata_reading reading = { .grader = group->grader,
                                        .loader = loader,
                                        .group = group,
                                        .settings = *settings,
                                        .before = before };
    struct yml_node *root;
    if (!loader_yaml(loader, file, false, &root, err) ||
        !yml_mapping(root, "a mapping", keys, COUNT_OF(keys), &reading, err) ||
        !parse_flags(&reading, root, err))
        return false;
    group->grader = reading.grader;
    *settings = reading.settings;
    return true;
}
