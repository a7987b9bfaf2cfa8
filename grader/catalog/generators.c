/* generators.c - generators/tests.yaml, our own addition. */
#include "grader/catalog/generators.h"

#include <stdint.h>
#include <string.h>

#include "grader/catalog/program.h"
#include "grader/text/nearest.h"

static const char FOLDER[] = "generators";
static const char TESTS_FILE[] = "tests.yaml";

struct reading {
    struct loader *loader;
    struct made_tests made;
    struct made_group *group; /* being read */
    struct made_test *test;   /* being read */
    size_t test_count;        /* of all groups */
};

/* A generator: x.c, or a folder that has a .c file at its top. */
static bool is_program(struct loader *loader, const struct entry *entry, bool *out, struct err *err)
{
    *out = !entry->is_folder && str_ends(entry->name, ".c");
    if (!entry->is_folder)
        return true;
    struct listing listing;
    if (!loader_list(loader, entry->place, &listing, err))
        return false;
    for (size_t i = 0; i < listing.count; i++)
        *out = *out || (!listing.entries[i].is_folder && str_ends(listing.entries[i].name, ".c"));
    return true;
}

static size_t find_generator(const struct package *package, const char *name)
{
    size_t i = 0;
    while (i < package->generator_count && strcmp(package->generators[i].name, name) != 0)
        i++;
    return i;
}

static bool load_programs(struct loader *loader, const struct listing *listing, struct err *err)
{
    struct package *package = loader->package;
    if (listing->count > PROGRAM_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': more than %d entries", FOLDER,
                       PROGRAM_MAX);
    package->generators = ARENA_ARRAY(loader->arena, listing->count, struct source_set);
    for (size_t i = 0; i < listing->count; i++) {
        const struct entry *entry = &listing->entries[i];
        bool is_one;
        if (!is_program(loader, entry, &is_one, err))
            return false;
        if (!is_one)
            continue;
        const char *name = program_base_name(loader, entry);
        if (find_generator(package, name) < package->generator_count)
            return err_set(err, ERR_INPUT, "cannot use '%s': a second generator named '%s'",
                           entry->place, name);
        struct source_set *set = &package->generators[package->generator_count];
        if (!program_load(loader, entry, name, set, err))
            return false;
        package->generator_count++;
    }
    return true;
}

static bool unknown_program(const struct package *package, const struct yml_node *at,
                            const char *name, struct err *err)
{
    const char *names[PROGRAM_MAX];
    for (size_t i = 0; i < package->generator_count; i++)
        names[i] = package->generators[i].name;
    size_t nearest =
        package->generator_count ? nearest_index(name, names, package->generator_count) : SIZE_MAX;
    if (nearest == SIZE_MAX)
        return yml_error(at, err, "there is no generator 'generators/%.100s.c'", name);
    return yml_error(at, err, "there is no generator 'generators/%.100s.c'; did you mean '%s'?",
                     name, names[nearest]);
}

/* Every '{' of a call's word must begin "{seed}". */
static bool check_word(const struct yml_node *at, const char *word, struct err *err)
{
    static const char seed[] = "{seed}";
    for (const char *brace = word; (brace = strpbrk(brace, "{}")); brace += strlen(seed))
        if (!str_starts(brace, seed))
            return yml_error(at, err, "'%.100s' is not known in a call; only {seed} is", brace);
    return true;
}

static bool split_call(struct reading *reading, const struct yml_node *at, const char *text,
                       struct generator_call *out, struct err *err)
{
    static const char blanks[] = " \t\n";
    struct arena *arena = reading->loader->arena;
    const char **words = ARENA_ARRAY(arena, MADE_WORD_MAX, const char *);
    size_t count = 0;
    for (text += strspn(text, blanks); *text; text += strspn(text, blanks)) {
        size_t length = strcspn(text, blanks);
        if (count == MADE_WORD_MAX)
            return yml_error(at, err, "a call may have %d words at most", MADE_WORD_MAX);
        words[count] = arena_memdup(arena, text, length);
        if (!check_word(at, words[count++], err))
            return false;
        text += length;
    }
    if (count == 0)
        return yml_error(at, err, "the call is empty");
    *out = (struct generator_call){ .program = words[0],
                                    .words = { words + 1, count - 1 },
                                    .line = at->line };
    return true;
}

static bool read_call(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    struct reading *reading = ctx;
    const struct package *package = reading->loader->package;
    const char *text;
    struct generator_call call;
    if (!yml_word(value, &text, err) || !split_call(reading, value, text, &call, err))
        return false;
    if (find_generator(package, call.program) == package->generator_count)
        return unknown_program(package, value, call.program, err);
    struct generator_call *kept = ARENA_NEW(reading->loader->arena, struct generator_call);
    *kept = call;
    reading->test->call = kept;
    return true;
}

static bool read_text(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    struct reading *reading = ctx;
    return yml_string(value, (const char **)(void *)((char *)reading->test + key->offset), err);
}

static bool read_test(const struct yml_key *key, const struct yml_node *value, void *ctx,
                      struct err *err)
{
    (void)key;
    static const struct yml_key keys[] = {
        { .name = "call", .read = read_call, .is_required = true },
        { .name = "hint", .read = read_text, .offset = offsetof(struct made_test, hint) },
        { .name = "description",
          .read = read_text,
          .offset = offsetof(struct made_test, description) },
    };
    struct reading *reading = ctx;
    const char *name = value->key->text.at;
    if (!loader_name_is_good(name) || strcmp(name, "test_group") == 0)
        return yml_error(value->key, err, "'%.100s' cannot be the name of a test", name);
    if (++reading->test_count > MADE_TEST_MAX)
        return yml_error(value->key, err, "more than %d tests", MADE_TEST_MAX);
    reading->test = &reading->group->tests[reading->group->count++];
    *reading->test = (struct made_test){ .name = name, .at = value->key };
    if (value->kind == YML_SCALAR)
        return read_call(NULL, value, ctx, err);
    return yml_mapping(value, "a call or a mapping", keys, COUNT_OF(keys), ctx, err);
}

static bool group_name_is_good(const char *name)
{
    return strcmp(name, "sample") == 0 || strcmp(name, "secret") == 0 ||
           (str_starts(name, "secret/") && loader_name_is_good(name + strlen("secret/")));
}

static bool read_group(const struct yml_key *key, const struct yml_node *value, void *ctx,
                       struct err *err)
{
    (void)key;
    static const struct yml_key any = { .read = read_test };
    struct reading *reading = ctx;
    const char *name = value->key->text.at;
    if (!group_name_is_good(name))
        return yml_error(value->key, err, "'%.100s' is not a group: sample, secret or secret/NAME",
                         name);
    reading->group = &reading->made.groups[reading->made.count++];
    *reading->group = (struct made_group){ .name = name, .at = value->key };
    reading->group->tests = ARENA_ARRAY(reading->loader->arena, value->count, struct made_test);
    return yml_mapping(value, "a mapping of tests", &any, 1, ctx, err);
}

bool generators_load(struct loader *loader, struct made_tests *out, struct err *err)
{
    static const struct yml_key any = { .read = read_group };
    struct reading reading = { .loader = loader };
    struct listing listing;
    struct yml_node *root;
    if (!loader_list(loader, FOLDER, &listing, err))
        return false;
    const struct entry *tests = listing_find(&listing, TESTS_FILE);
    if (!tests) {
        *out = (struct made_tests){ 0 };
        return true;
    }
    if (!load_programs(loader, &listing, err) || !loader_yaml(loader, tests, false, &root, err))
        return false;
    reading.made.groups = ARENA_ARRAY(loader->arena, root->count, struct made_group);
    if (!yml_mapping(root, "a mapping of groups", &any, 1, &reading, err))
        return false;
    *out = reading.made;
    return true;
}

struct made_group *made_find(struct made_tests *made, const char *group)
{
    for (size_t i = 0; i < made->count; i++)
        if (strcmp(made->groups[i].name, group) == 0) {
            made->groups[i].is_used = true;
            return &made->groups[i];
        }
    return NULL;
}

static bool unknown_group(const struct made_group *group, const struct package *package,
                          struct err *err)
{
    enum { SHOWN_MAX = 256 };
    const char *names[SHOWN_MAX];
    size_t count = package->group_count < SHOWN_MAX ? package->group_count : SHOWN_MAX;
    for (size_t i = 0; i < count; i++)
        names[i] = package->groups[i]->name;
    size_t nearest = count ? nearest_index(group->name, names, count) : SIZE_MAX;
    if (nearest == SIZE_MAX)
        return yml_error(group->at, err, "there is no group 'data/%.200s'", group->name);
    return yml_error(group->at, err, "there is no group 'data/%.200s'; did you mean '%s'?",
                     group->name, names[nearest]);
}

bool made_check_used(const struct made_tests *made, const struct package *package, struct err *err)
{
    for (size_t i = 0; i < made->count; i++)
        if (!made->groups[i].is_used)
            return unknown_group(&made->groups[i], package, err);
    return true;
}
