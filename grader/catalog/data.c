/* data.c - data/ of format 2025-09: groups, test cases and their files. */
#include "grader/catalog/data.h"

#include <math.h>
#include <string.h>

#include "grader/catalog/cases.h"
#include "grader/catalog/probes.h"
#include "grader/catalog/settings.h"
#include "grader/text/nearest.h"

struct data_reading {
    struct loader *loader;
    struct made_tests *made;
    size_t group_capacity;
    struct case_list cases;
};

static const char GROUP_FILE[] = "test_group.yaml";

static const char *below_data(const char *place)
{
    return place + strlen("data/");
}

/* Defaults of the format, by where the group lies. */
static struct test_group *new_group(struct data_reading *data, const char *name,
                                    struct test_group *parent)
{
    struct package *package = data->loader->package;
    struct test_group *group = ARENA_NEW(data->loader->arena, struct test_group);
    bool is_secret = strcmp(name, "secret") == 0;
    *group = (struct test_group){
        .name = name,
        .parent = parent,
        .max_score = is_secret ? 100 : INFINITY,
        .aggregation = is_secret ? SCORE_SUM : SCORE_PASS_FAIL,
    };
    package->groups = arena_grow(data->loader->arena, package->groups, package->group_count,
                                 &data->group_capacity, sizeof(struct test_group *));
    package->groups[package->group_count++] = group;
    return group;
}

/* A group's settings file and its cases. `settings` goes in as inherited and out as the group's. */
static bool load_group(struct data_reading *data, const struct listing *listing,
                       struct test_group *group, struct settings *settings, bool go_down,
                       struct err *err)
{
    struct case_reading reading = { .loader = data->loader,
                                    .rules = &case_rules_2025_09,
                                    .group = group };
    const struct entry *file = listing_find(listing, GROUP_FILE);
    if (file && !settings_read_group(data->loader, file, group, settings, err))
        return false;
    reading.settings = *settings;
    if (!cases_collect(&reading, listing, go_down, err))
        return false;
    cases_collect_made(&reading, made_find(data->made, group->name));
    return cases_finish(&reading, &data->cases, err);
}

static bool load_sample(struct data_reading *data, struct err *err)
{
    struct listing listing;
    if (!loader_list(data->loader, "data/sample", &listing, err))
        return false;
    if (!listing.exists)
        return true;
    for (size_t i = 0; i < listing.count; i++)
        if (listing.entries[i].is_folder && !str_ends(listing.entries[i].name, ".files"))
            return err_set(err, ERR_INPUT, "cannot use '%s': the samples have no groups",
                           listing.entries[i].place);
    struct settings settings = settings_default(data->loader, true);
    return load_group(data, &listing, new_group(data, "sample", NULL), &settings, false, err);
}

static bool load_inner_group(struct data_reading *data, const struct entry *folder,
                             struct test_group *secret, struct settings inherited, struct err *err)
{
    size_t before = data->cases.count;
    struct listing listing;
    if (!loader_list(data->loader, folder->place, &listing, err))
        return false;
    struct test_group *group = new_group(data, below_data(folder->place), secret);
    if (!load_group(data, &listing, group, &inherited, true, err))
        return false;
    return data->cases.count > before || group->has_static_validation ||
           err_set(err, ERR_INPUT, "cannot use the group '%s': it has no test cases", group->name);
}

static bool load_secret(struct data_reading *data, struct err *err)
{
    size_t before = data->cases.count, folders = 0;
    struct listing listing;
    if (!loader_list(data->loader, "data/secret", &listing, err))
        return false;
    if (!listing.exists)
        return err_set(err, ERR_INPUT, "there is no folder 'data/secret'");
    struct test_group *secret = new_group(data, "secret", NULL);
    struct settings settings = settings_default(data->loader, false);
    if (!load_group(data, &listing, secret, &settings, false, err))
        return false;
    bool has_own = data->cases.count > before;
    for (size_t i = 0; i < listing.count; i++) {
        if (!listing.entries[i].is_folder || str_ends(listing.entries[i].name, ".files"))
            continue;
        folders++;
        if (has_own)
            return err_set(err, ERR_INPUT,
                           "cannot use '%s': 'data/secret' has test cases of its "
                           "own, so it can have no groups",
                           listing.entries[i].place);
        if (!load_inner_group(data, &listing.entries[i], secret, settings, err))
            return false;
    }
    return has_own || folders > 0 ||
           err_set(err, ERR_INPUT, "there are no test cases in 'data/secret'");
}

/* Where data/ itself is a group. */
static bool is_root_file(const char *name)
{
    return strcmp(name, "testdata.yaml") == 0 || strcmp(name, GROUP_FILE) == 0;
}

/* Folders below data/ that are not what they probably were meant to be. */
bool data_check_names(struct loader *loader, struct err *err)
{
    static const char *const known[] = { "sample", "secret", "invalid_input", "invalid_output",
                                         "valid_output" };
    struct listing listing;
    if (!loader_list(loader, "data", &listing, err))
        return false;
    if (!listing.exists)
        return err_set(err, ERR_INPUT, "there is no folder 'data'");
    for (size_t i = 0; i < listing.count; i++) {
        const struct entry *entry = &listing.entries[i];
        size_t row = 0;
        while (row < COUNT_OF(known) && strcmp(known[row], entry->name) != 0)
            row++;
        if (row < COUNT_OF(known) && entry->is_folder)
            continue;
        if (loader->package->grading == PACKAGE_GRADING_GRADERS && is_root_file(entry->name))
            continue;
        row = nearest_index(entry->name, known, COUNT_OF(known));
        if (row < COUNT_OF(known))
            loader_warn(loader, "'%s' is ignored; did you mean '%s'?", entry->place, known[row]);
        else
            loader_warn(loader, "'%s' is ignored: not part of the format", entry->place);
    }
    return true;
}

/* Specification, "Scoring problems": which maximum goes with which. */
static bool check_scores(const struct package *package, struct err *err)
{
    const struct test_group *secret = NULL;
    for (size_t i = 0; i < package->group_count; i++) {
        const struct test_group *group = package->groups[i];
        if (strcmp(group->name, "secret") == 0)
            secret = group;
        if (!secret)
            continue;
        if (group->aggregation == SCORE_PASS_FAIL && isinf(group->max_score))
            return err_set(err, ERR_INPUT,
                           "group '%s': its aggregation is pass-fail, so it needs a 'max_score'",
                           group->name);
        if (isinf(group->max_score) && !isinf(secret->max_score))
            return err_set(err, ERR_INPUT,
                           "group '%s': it needs a 'max_score', because 'secret' has one",
                           group->name);
        if (secret->aggregation == SCORE_PASS_FAIL && group->aggregation != SCORE_PASS_FAIL)
            return err_set(err, ERR_INPUT,
                           "group '%s': its aggregation must be pass-fail, because that of "
                           "'secret' is",
                           group->name);
    }
    return true;
}

bool data_load(struct loader *loader, struct made_tests *made, struct err *err)
{
    struct data_reading data = { .loader = loader, .made = made };
    struct package *package = loader->package;
    if (!data_check_names(loader, err) || !load_sample(&data, err) || !load_secret(&data, err))
        return false;
    package->cases = data.cases.cases;
    package->case_count = data.cases.count;
    if ((package->kinds & PACKAGE_SCORING) && !check_scores(package, err))
        return false;
    return made_check_used(made, package, err) && probes_load(loader, err);
}
