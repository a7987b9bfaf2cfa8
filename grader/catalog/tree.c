/* tree.c - data/ of the older formats: groups in groups. */
#include "grader/catalog/tree.h"

#include <math.h>
#include <string.h>

#include "grader/catalog/data.h"
#include "grader/catalog/probes.h"
#include "grader/catalog/settings.h"
#include "grader/catalog/testdata.h"

struct tree_reading {
    struct loader *loader;
    const struct tree_rules *rules;
    struct case_list cases;
    size_t group_capacity;
};

static const char TESTDATA[] = "testdata.yaml", TEST_GROUP[] = "test_group.yaml";

static struct test_group *new_group(struct tree_reading *tree, const char *name,
                                    struct test_group *parent)
{
    struct package *package = tree->loader->package;
    struct test_group *group = ARENA_NEW(tree->loader->arena, struct test_group);
    *group = (struct test_group){
        .name = name,
        .parent = parent,
        .max_score = INFINITY,
        .grader = parent ? parent->grader : *tree->rules->root,
    };
    if (parent)
        group->grader.ignores_sample = false;
    package->groups = arena_grow(tree->loader->arena, package->groups, package->group_count,
                                 &tree->group_capacity, sizeof group);
    package->groups[package->group_count++] = group;
    return group;
}

/* testdata.yaml, which every package has in practice, and the draft's test_group.yaml. */
static bool read_settings(struct tree_reading *tree, const struct listing *listing,
                          struct test_group *group, struct settings *settings, struct err *err)
{
    const struct entry *testdata = listing_find(listing, TESTDATA),
                       *test_group = listing_find(listing, TEST_GROUP);
    if (testdata &&
        !testdata_read(tree->loader, testdata, tree->rules->output_args, group, settings, err))
        return false;
    bool has_test_group = tree->rules->cases->group_files[1];
    return !test_group || !has_test_group ||
           settings_read_folder(tree->loader, test_group, settings, err);
}

static bool load_node(struct tree_reading *tree, const char *place, struct test_group *group,
                      struct settings settings, unsigned depth, struct err *err);

static bool load_child(struct tree_reading *tree, const struct entry *folder,
                       struct test_group *parent, const struct settings *settings, unsigned depth,
                       struct err *err)
{
    size_t before = tree->cases.count;
    struct test_group *group = new_group(tree, folder->place + strlen("data/"), parent);
    if (depth > LOADER_DEPTH_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': deeper than %d folders", folder->place,
                       LOADER_DEPTH_MAX);
    if (!load_node(tree, folder->place, group, *settings, depth, err))
        return false;
    bool is_sample = parent == tree->loader->package->root && strcmp(group->name, "sample") == 0;
    if (tree->cases.count == before && !is_sample)
        loader_warn(tree->loader, "the group '%s' has no test cases", group->name);
    return true;
}

static bool is_group(const struct tree_reading *tree, const struct entry *entry)
{
    bool has_files = tree->rules->cases->pieces & 1u << PIECE_FILES;
    return entry->is_folder && !(has_files && str_ends(entry->name, ".files"));
}

/* Cases and groups of one folder in one order, that of their names. */
static bool load_in_order(struct tree_reading *tree, const struct listing *listing,
                          const struct case_list *own, struct test_group *group,
                          const struct settings *settings, unsigned depth, struct err *err)
{
    size_t at = 0;
    for (size_t i = 0; i < listing->count; i++) {
        const struct entry *entry = &listing->entries[i];
        if (!is_group(tree, entry))
            continue;
        struct case_list sooner = { .cases = own->cases + at };
        while (at < own->count && strcmp(own->cases[at].name, entry->place + strlen("data/")) < 0)
            sooner.count++, at++;
        if (!cases_append(tree->loader, &tree->cases, &sooner, err) ||
            !load_child(tree, entry, group, settings, depth + 1, err))
            return false;
    }
    const struct case_list rest = { .cases = own->cases + at, .count = own->count - at };
    return cases_append(tree->loader, &tree->cases, &rest, err);
}

static bool load_node(struct tree_reading *tree, const char *place, struct test_group *group,
                      struct settings settings, unsigned depth, struct err *err)
{
    struct case_reading reading = { .loader = tree->loader,
                                    .rules = tree->rules->cases,
                                    .group = group };
    struct listing listing;
    struct case_list own = { 0 };
    if (!loader_list(tree->loader, place, &listing, err) ||
        !read_settings(tree, &listing, group, &settings, err))
        return false;
    reading.settings = settings;
    return cases_collect(&reading, &listing, false, err) && cases_finish(&reading, &own, err) &&
           load_in_order(tree, &listing, &own, group, &settings, depth, err);
}

/* sample and secret, as children of data/. */
static bool load_top(struct tree_reading *tree, const struct listing *data, const char *name,
                     struct settings settings, struct err *err)
{
    const struct entry *folder = listing_find(data, name);
    if (!folder || !folder->is_folder)
        return true;
    settings.full_feedback = strcmp(name, "sample") == 0;
    return load_child(tree, folder, tree->loader->package->root, &settings, 1, err);
}

static bool load_root(struct tree_reading *tree, struct err *err)
{
    struct loader *loader = tree->loader;
    struct listing data;
    struct settings settings = settings_default(loader, false);
    settings.output_validator_args = tree->rules->output_args;
    if (!data_check_names(loader, err) || !loader_list(loader, "data", &data, err))
        return false;
    struct test_group *root = loader->package->root = new_group(tree, "data", NULL);
    if (!read_settings(tree, &data, root, &settings, err) ||
        !load_top(tree, &data, "sample", settings, err))
        return false;
    size_t before = tree->cases.count;
    return load_top(tree, &data, "secret", settings, err) &&
           (tree->cases.count > before ||
            err_set(err, ERR_INPUT, "there are no test cases in 'data/secret'"));
}

bool tree_load(struct loader *loader, const struct tree_rules *rules, struct err *err)
{
    struct tree_reading tree = { .loader = loader, .rules = rules };
    struct package *package = loader->package;
    if (!load_root(&tree, err))
        return false;
    package->cases = tree.cases.cases;
    package->case_count = tree.cases.count;
    bool has_probes = rules->cases->pieces & 1u << PIECE_SETTINGS;
    return !has_probes || probes_load(loader, err);
}
