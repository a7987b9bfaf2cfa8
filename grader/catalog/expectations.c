/* expectations.c - submissions.yaml and the defaults of the folders, as rules. */
#include "grader/catalog/expectations.h"

#include <math.h>
#include <string.h>

#include "grader/catalog/credits.h"
#include "grader/text/nearest.h"

/* The format knows four verdicts; ours are finer and are judged by what they translate to. */
enum { WORD_AC = 1, WORD_WA = 2, WORD_TLE = 4, WORD_RTE = 8, WORD_ALL = 15 };

static const struct {
    const char *word;
    unsigned bit;
} verdict_words[] = {
    { "AC", WORD_AC }, { "WA", WORD_WA }, { "TLE", WORD_TLE }, { "RTE", WORD_RTE }
};

/* Formats that know a folder. */
enum { IN_LEGACY = 1, IN_DRAFT = 2, IN_2025_09 = 4, IN_NEW = IN_DRAFT | IN_2025_09 };

/* FORMAT.md section 5; specification, "Default directories". required WORD_ALL: no requirement. The
 * older rule for the time limit looks at accepted and too slow submissions only. */
static const struct {
    unsigned formats;
    const char *folder;
    unsigned permitted, required;
    enum time_limit_use use;
    bool is_partial;
} defaults[] = {
    { IN_NEW, "accepted", WORD_AC, WORD_ALL, TIME_LIMIT_BY_FOLDER, false },
    { IN_NEW, "rejected", WORD_ALL, WORD_RTE | WORD_TLE | WORD_WA, TIME_LIMIT_BY_FOLDER, false },
    { IN_NEW, "wrong_answer", WORD_AC | WORD_WA, WORD_WA, TIME_LIMIT_BY_FOLDER, false },
    { IN_NEW, "time_limit_exceeded", WORD_AC | WORD_TLE, WORD_TLE, TIME_LIMIT_BY_FOLDER, false },
    { IN_NEW, "run_time_error", WORD_AC | WORD_RTE, WORD_RTE, TIME_LIMIT_BY_FOLDER, false },
    { IN_NEW, "brute_force", WORD_AC | WORD_RTE | WORD_TLE, WORD_RTE | WORD_TLE,
      TIME_LIMIT_BY_FOLDER, false },
    { IN_LEGACY, "accepted", WORD_AC, WORD_ALL, TIME_LIMIT_LOWER, false },
    { IN_LEGACY | IN_DRAFT, "partially_accepted", WORD_ALL, WORD_ALL, TIME_LIMIT_UNUSED, true },
    { IN_LEGACY, "wrong_answer", WORD_AC | WORD_WA, WORD_WA, TIME_LIMIT_UNUSED, false },
    { IN_LEGACY, "time_limit_exceeded", WORD_AC | WORD_WA | WORD_TLE, WORD_TLE, TIME_LIMIT_UPPER,
      false },
    { IN_LEGACY, "run_time_error", WORD_ALL, WORD_RTE, TIME_LIMIT_UNUSED, false },
};

static unsigned format_of(const struct loader *loader)
{
    if (strcmp(loader->package->format, "2025-09") == 0)
        return IN_2025_09;
    return strcmp(loader->package->format, "2023-07-draft") == 0 ? IN_DRAFT : IN_LEGACY;
}

static unsigned bit_of(const char *word)
{
    for (size_t i = 0; i < COUNT_OF(verdict_words); i++)
        if (strcmp(verdict_words[i].word, word) == 0)
            return verdict_words[i].bit;
    return 0;
}

static void spread(unsigned bits, bool out[VERDICT_COUNT])
{
    for (int i = 0; i < VERDICT_COUNT; i++)
        out[i] = bits & bit_of(verdict_big5((enum verdict)i));
}

static struct expectation expectation_of(unsigned permitted, unsigned required)
{
    struct expectation out = { .permitted = { false } };
    spread(permitted, out.permitted);
    if (required != WORD_ALL)
        spread(required, out.required);
    return out;
}

/* Reading of one pattern's mapping; every reader's ctx. */
struct rule_reading {
    struct loader *loader;
    struct rule_set *set;
    struct submission_rule *rule; /* the one that the keys below fill */
    size_t capacity;
    bool in_group; /* below a pattern of groups and cases */
    bool is_said;  /* a key filled the rule */
};

static bool read_verdicts(const struct yml_key *key, const struct yml_node *value, void *ctx,
                          struct err *err)
{
    struct rule_reading *reading = ctx;
    const char **words;
    size_t count;
    unsigned bits = 0;
    if (!yml_strings(value, true, reading->loader->arena, &words, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        unsigned bit = bit_of(words[i]);
        if (!bit)
            return yml_error(
                value, err, "unknown verdict '%.60s'; the format knows AC, WA, TLE, RTE", words[i]);
        bits |= bit;
    }
    struct expectation *expected = &reading->rule->expected;
    if (strcmp(key->name, "permitted") == 0)
        spread(bits, expected->permitted);
    else
        spread(bits == WORD_ALL ? 0 : bits, expected->required);
    reading->is_said = true;
    return true;
}

static bool read_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    (void)key;
    static const double most = 1e12;
    struct rule_reading *reading = ctx;
    struct submission_rule *rule = reading->rule;
    const struct yml_node *least_node = value, *most_node = value;
    if (!(reading->loader->package->kinds & PACKAGE_SCORING))
        return yml_error(value->key, err, "'score' is only for problems of type scoring");
    if (value->kind == YML_SEQUENCE) {
        if (value->count != 2)
            return yml_error(value, err, "'score' must be a number or a list of two");
        least_node = value->items[0];
        most_node = value->items[1];
    }
    if (!yml_number(least_node, 0, most, false, &rule->score_least, err) ||
        !yml_number(most_node, rule->score_least, most, false, &rule->score_most, err))
        return false;
    rule->has_score = true;
    reading->is_said = true;
    return true;
}

static bool read_message(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key;
    struct rule_reading *reading = ctx;
    reading->is_said = true;
    return yml_string(value, &reading->rule->message, err);
}

static bool read_use(const struct yml_key *key, const struct yml_node *value, void *ctx,
                     struct err *err)
{
    (void)key;
    struct rule_reading *reading = ctx;
    bool is_used;
    enum time_limit_use *use = &reading->rule->time_limit_use;
    reading->is_said = true;
    if (yml_is_string(value) && str_is(value->text, "lower"))
        *use = TIME_LIMIT_LOWER;
    else if (yml_is_string(value) && str_is(value->text, "upper"))
        *use = TIME_LIMIT_UPPER;
    else if (value->kind == YML_SCALAR && value->type == YML_BOOL && yml_bool(value, &is_used, err))
        *use = is_used ? TIME_LIMIT_BY_FOLDER : TIME_LIMIT_UNUSED;
    else
        return yml_error(value, err, "'use_for_time_limit' must be true, false, lower or upper");
    return true;
}

/* language and entrypoint. */
static bool read_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    struct rule_reading *reading = ctx;
    return yml_string(value, (const char **)(void *)((char *)reading->set + key->offset), err);
}

static bool read_authors(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err)
{
    (void)key, (void)ctx;
    return credits_check_persons(value, err);
}

static bool read_model(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    (void)key;
    static const bool yes = true, no = false;
    bool is_model;
    if (!yml_bool(value, &is_model, err))
        return false;
    ((struct rule_reading *)ctx)->set->is_model_solution = is_model ? &yes : &no;
    return true;
}

static bool read_group(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err);

#define RULE_KEYS                                                                                  \
    { .name = "permitted", .read = read_verdicts }, { .name = "required", .read = read_verdicts }, \
        { .name = "score", .read = read_score }, { .name = "message", .read = read_message },      \
    {                                                                                              \
        .name = "use_for_time_limit", .read = read_use                                             \
    }

static const struct yml_key group_keys[] = { RULE_KEYS };

static const struct yml_key submission_keys[] = {
    RULE_KEYS,
    { .name = "language", .read = read_text, .offset = offsetof(struct rule_set, language) },
    { .name = "entrypoint", .read = read_text, .offset = offsetof(struct rule_set, entry_point) },
    { .name = "authors", .read = read_authors },
    { .name = "model_solution", .read = read_model },
    { .read = read_group }, /* any other key is a pattern of groups and cases */
};

static struct submission_rule *new_rule(struct rule_reading *reading, const char *origin)
{
    struct rule_set *set = reading->set;
    struct arena *arena = reading->loader->arena;
    struct submission_rule *rule = ARENA_NEW(arena, struct submission_rule);
    *rule = (struct submission_rule){ .origin = origin,
                                      .expected = expectation_of(WORD_ALL, WORD_ALL),
                                      .message = "" };
    set->rules = arena_grow(arena, set->rules, set->count, &reading->capacity,
                            sizeof(struct submission_rule *));
    set->rules[set->count++] = rule;
    return rule;
}

static const char *origin_of(struct loader *loader, const struct yml_node *node)
{
    return arena_printf(loader->arena, "%s:%u", node->file, node->line);
}

static bool parse_glob(struct loader *loader, const struct yml_node *key, struct glob *out,
                       struct err *err)
{
    const char *why;
    return glob_parse(key->text.at, loader->arena, out, &why) ||
           yml_error(key, err, "cannot use the pattern '%.100s': %s", key->text.at, why);
}

/* A misspelt key looks like a pattern that matches nothing. */
static bool unknown_key(const struct yml_node *key, struct err *err)
{
    const char *names[COUNT_OF(submission_keys) - 1];
    for (size_t i = 0; i < COUNT_OF(names); i++)
        names[i] = submission_keys[i].name;
    size_t nearest = nearest_index(key->text.at, names, COUNT_OF(names));
    if (nearest < COUNT_OF(names))
        return yml_error(key, err, "unknown key '%s'; did you mean '%s'?", key->text.at,
                         names[nearest]);
    return yml_error(key, err, "'%.100s' is neither a known key nor a group or case below data/",
                     key->text.at);
}

static bool choose_cases(struct rule_reading *reading, const struct yml_node *key,
                         const struct glob *glob, struct submission_rule *rule, struct err *err)
{
    const struct package *package = reading->loader->package;
    bool *applies = ARENA_ARRAY(reading->loader->arena, package->case_count, bool);
    size_t count = 0, groups = 0;
    for (size_t i = 0; i < package->case_count; i++)
        count += applies[i] = glob_matches(glob, package->cases[i].name);
    for (size_t i = 0; i < package->group_count; i++)
        if (strcmp(package->groups[i]->name, key->text.at) == 0) {
            rule->group = package->groups[i];
            groups++;
        }
    rule->applies = applies;
    return count > 0 || groups > 0 || unknown_key(key, err);
}

static bool read_group(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    (void)key;
    struct rule_reading *outer = ctx;
    struct glob glob;
    if (!parse_glob(outer->loader, value->key, &glob, err))
        return false;
    struct submission_rule *kept = outer->rule;
    outer->rule = new_rule(outer, origin_of(outer->loader, value->key));
    bool was_said = outer->is_said;
    bool good = choose_cases(outer, value->key, &glob, outer->rule, err) &&
                yml_mapping(value, "a mapping", group_keys, COUNT_OF(group_keys), outer, err);
    outer->rule = kept;
    outer->is_said = was_said;
    return good;
}

/* Drops the rule for all cases when no key said anything of it: it would permit everything. */
static void finish_set(struct rule_reading *reading, bool is_default)
{
    struct rule_set *set = reading->set;
    if (reading->is_said || is_default)
        return;
    set->count--;
    memmove(set->rules, set->rules + 1, set->count * sizeof set->rules[0]);
}

static bool load_set(struct loader *loader, struct rule_set *set, const struct yml_node *value,
                     struct err *err)
{
    struct rule_reading reading = { .loader = loader, .set = set };
    set->at = value->key;
    if (!parse_glob(loader, value->key, &set->glob, err))
        return false;
    reading.rule = new_rule(&reading, origin_of(loader, value->key));
    if (!yml_mapping(value, "a mapping", submission_keys, COUNT_OF(submission_keys), &reading, err))
        return false;
    finish_set(&reading, false);
    return true;
}

/* The default of a folder, overwritten key by key when submissions.yaml names the folder itself. */
static bool load_default(struct loader *loader, struct rule_set *set, size_t row,
                         const struct yml_node *value, struct err *err)
{
    struct rule_reading reading = { .loader = loader, .set = set };
    const char *folder = defaults[row].folder, *why;
    if (!glob_parse(folder, loader->arena, &set->glob, &why))
        return err_set(err, ERR_FAULT, "cannot use the pattern '%s': %s", folder, why);
    const char *origin =
        value ? origin_of(loader, value->key) : arena_printf(loader->arena, "folder '%s'", folder);
    reading.rule = new_rule(&reading, origin);
    reading.rule->expected = expectation_of(defaults[row].permitted, defaults[row].required);
    reading.rule->time_limit_use = defaults[row].use;
    reading.rule->is_partial = defaults[row].is_partial;
    set->matched = true; /* that a folder is not there is nothing to warn of */
    return !value || yml_mapping(value, "a mapping", submission_keys, COUNT_OF(submission_keys),
                                 &reading, err);
}

static bool is_default(unsigned format, const char *pattern)
{
    for (size_t i = 0; i < COUNT_OF(defaults); i++)
        if (defaults[i].formats & format && strcmp(defaults[i].folder, pattern) == 0)
            return true;
    return false;
}

bool expectations_load(struct loader *loader, const struct entry *file, struct expectations *out,
                       struct err *err)
{
    struct yml_node nothing = { .type = YML_NULL, .file = "" }, *root = &nothing;
    if (file && !loader_yaml(loader, file, false, &root, err))
        return false;
    if (root->kind != YML_MAPPING && !yml_is_null(root))
        return yml_error(root, err, "'the file' must be a mapping of patterns");
    struct expectations all = { 0 };
    const unsigned format = format_of(loader);
    all.sets = ARENA_ARRAY(loader->arena, root->count + COUNT_OF(defaults), struct rule_set);
    for (size_t i = 0; i < COUNT_OF(defaults); i++)
        if (defaults[i].formats & format && !load_default(loader, &all.sets[all.count++], i,
                                                          yml_find(root, defaults[i].folder), err))
            return false;
    for (size_t i = 0; i < root->count; i++)
        if (!is_default(format, root->pairs[i].key->text.at) &&
            !load_set(loader, &all.sets[all.count++], root->pairs[i].value, err))
            return false;
    *out = all;
    return true;
}

static size_t count_true(const bool flags[VERDICT_COUNT])
{
    size_t count = 0;
    for (int i = 0; i < VERDICT_COUNT; i++)
        count += flags[i];
    return count;
}

/* Both must hold. Two requirements become what fulfils both at once; when nothing does, the first
 * stays here and the rules tell the whole. */
static void combine(struct expectation *sum, const struct expectation *rule)
{
    bool both[VERDICT_COUNT];
    for (int i = 0; i < VERDICT_COUNT; i++) {
        sum->permitted[i] = sum->permitted[i] && rule->permitted[i];
        both[i] = sum->required[i] && rule->required[i];
    }
    if (count_true(sum->required) == 0)
        memcpy(sum->required, rule->required, sizeof sum->required);
    else if (count_true(both) > 0)
        memcpy(sum->required, both, sizeof sum->required);
}

static bool check_sum(const struct package_submission *submission,
                      const struct submission_rule *rule, struct err *err)
{
    const struct expectation *sum = &submission->expected;
    bool reachable = count_true(sum->required) == 0;
    for (int i = 0; i < VERDICT_COUNT; i++)
        reachable = reachable || (sum->required[i] && sum->permitted[i]);
    if (count_true(sum->permitted) > 0 && reachable)
        return true;
    return err_set(err, ERR_INPUT, "%s: what it wants of '%s' contradicts another rule",
                   rule->origin, submission->sources.name);
}

static bool apply_set(struct loader *loader, const struct rule_set *set,
                      struct package_submission *submission, size_t *capacity, struct err *err)
{
    if (set->language)
        submission->language = set->language;
    if (set->entry_point)
        submission->entry_point = set->entry_point;
    if (set->is_model_solution)
        submission->is_model_solution = *set->is_model_solution;
    for (size_t i = 0; i < set->count; i++) {
        const struct submission_rule *rule = set->rules[i];
        submission->rules = arena_grow(loader->arena, submission->rules, submission->rule_count,
                                       capacity, sizeof(struct submission_rule *));
        submission->rules[submission->rule_count++] = rule;
        if (rule->applies)
            continue;
        combine(&submission->expected, &rule->expected);
        if (rule->time_limit_use != TIME_LIMIT_BY_FOLDER)
            submission->time_limit_use = rule->time_limit_use;
        if (!check_sum(submission, rule, err))
            return false;
    }
    return true;
}

bool expectations_apply(struct loader *loader, struct expectations *expectations,
                        struct package_submission *submission, struct err *err)
{
    size_t capacity = 0;
    submission->expected = expectation_of(WORD_ALL, WORD_ALL);
    for (size_t i = 0; i < expectations->count; i++) {
        struct rule_set *set = &expectations->sets[i];
        if (!glob_matches(&set->glob, submission->sources.name))
            continue;
        set->matched = true;
        if (!apply_set(loader, set, submission, &capacity, err))
            return false;
    }
    return true;
}

bool expectations_know(const struct expectations *expectations, const char *folder)
{
    for (size_t i = 0; i < expectations->count; i++)
        if (glob_matches(&expectations->sets[i].glob, folder))
            return true;
    return false;
}
