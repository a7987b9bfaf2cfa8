/* probes.c - data/invalid_input, invalid_output and valid_output. */
#include "grader/catalog/probes.h"

#include "grader/catalog/cases.h"
#include "grader/catalog/settings.h"

enum {
    PROBE_PIECES = 1 << PIECE_INPUT | 1 << PIECE_ANSWER | 1 << PIECE_OUT | 1 << PIECE_SETTINGS |
                   1 << PIECE_FILES | 1 << PIECE_IMAGE | 1 << PIECE_DESCRIPTION,
};

static const struct probe_folder {
    const char *place;
    enum probe_kind kind;
    struct case_rules rules;
} folders[] = {
    { "data/invalid_input",
      PROBE_INVALID_INPUT,
      { .pieces = PROBE_PIECES & ~(1u << PIECE_ANSWER | 1u << PIECE_OUT),
        .required = 1 << PIECE_INPUT,
        .group_files = { "test_group.yaml" },
        .is_strict = true } },
    { "data/invalid_output",
      PROBE_INVALID_OUTPUT,
      { .pieces = PROBE_PIECES,
        .required = 1 << PIECE_INPUT | 1 << PIECE_ANSWER | 1 << PIECE_OUT,
        .group_files = { "test_group.yaml" },
        .is_strict = true } },
    { "data/valid_output",
      PROBE_VALID_OUTPUT,
      { .pieces = PROBE_PIECES,
        .required = 1 << PIECE_INPUT | 1 << PIECE_ANSWER | 1 << PIECE_OUT,
        .group_files = { "test_group.yaml" },
        .is_strict = true } },
};

struct probes_reading {
    struct loader *loader;
    const struct probe_folder *folder;
    struct case_list cases;
};

/* A folder, its settings for all that is below it, and the folders in it. */
static bool read_folder(struct probes_reading *probes, const char *place, struct settings settings,
                        unsigned depth, struct err *err)
{
    struct case_reading reading = { .loader = probes->loader, .rules = &probes->folder->rules };
    struct listing listing;
    if (depth > LOADER_DEPTH_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': deeper than %d folders", place,
                       LOADER_DEPTH_MAX);
    if (!loader_list(probes->loader, place, &listing, err))
        return false;
    const struct entry *file = listing_find(&listing, "test_group.yaml");
    if (file && !settings_read_folder(probes->loader, file, &settings, err))
        return false;
    reading.settings = settings;
    if (!cases_collect(&reading, &listing, false, err) ||
        !cases_finish(&reading, &probes->cases, err))
        return false;
    for (size_t i = 0; i < listing.count; i++)
        if (listing.entries[i].is_folder && !str_ends(listing.entries[i].name, ".files") &&
            !read_folder(probes, listing.entries[i].place, settings, depth + 1, err))
            return false;
    return true;
}

static bool is_useless(struct loader *loader, const struct probe_folder *folder)
{
    struct listing listing;
    struct err ignored = { 0 };
    if (folder->kind == PROBE_INVALID_INPUT || !(loader->package->kinds & PACKAGE_INTERACTIVE))
        return false;
    if (loader_list(loader, folder->place, &listing, &ignored) && listing.exists)
        loader_warn(loader, "'%s' is ignored: the problem is interactive", folder->place);
    return true;
}

bool probes_load(struct loader *loader, struct err *err)
{
    struct package *package = loader->package;
    struct data_probe *all = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        struct probes_reading probes = { .loader = loader, .folder = &folders[i] };
        if (is_useless(loader, &folders[i]))
            continue;
        if (!read_folder(&probes, folders[i].place, settings_default(loader, false), 1, err))
            return false;
        for (size_t k = 0; k < probes.cases.count; k++) {
            all = arena_grow(loader->arena, all, count, &capacity, sizeof *all);
            all[count++] = (struct data_probe){ folders[i].kind, probes.cases.cases[k] };
        }
    }
    package->probes = all;
    package->probe_count = count;
    return true;
}
