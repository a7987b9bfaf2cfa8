/* catalog.c - a folder becomes a problem package. */
#include "grader/catalog/catalog.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/catalog/equivalents.h"
#include "grader/catalog/format.h"
#include "grader/catalog/packed.h"

static const char METADATA_FILE[] = "problem.yaml";

/* A package without a version is the oldest. */
static const char NO_VERSION[] = "legacy";

static const struct format formats[] = {
    { "2025-09", format_load_2025_09 },
    { "2023-07-draft", format_load_draft },
    { "legacy", format_load_legacy },
    { "legacy-icpc", format_load_legacy },
};

static const struct format *find_format(const char *version)
{
    for (size_t i = 0; i < COUNT_OF(formats); i++)
        if (strcmp(formats[i].version, version) == 0)
            return &formats[i];
    return NULL;
}

static bool choose_format(struct loader *loader, const struct yml_node *root,
                          const struct format **out, struct err *err)
{
    const struct yml_node *node = yml_find(root, "problem_format_version");
    const char *version = NO_VERSION;
    if (root->kind != YML_MAPPING)
        return yml_error(root, err, "'the file' must be a mapping of keys to values");
    if (node && !yml_string(node, &version, err))
        return false;
    if (strcmp(version, "2023-07") == 0) {
        loader_warn_at(loader, node, "'2023-07' is not a version; taken for '2023-07-draft'");
        version = "2023-07-draft";
    }
    *out = find_format(version);
    return *out ||
           yml_error(node, err,
                     "unknown problem_format_version '%.60s'; known are 2025-09, 2023-07-draft, "
                     "legacy, legacy-icpc",
                     version);
}

/* The rule for a package's folder: lower-case letters and digits. */
static bool id_is_good(const char *id)
{
    return id[0] != '\0' && id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789")] == '\0';
}

static bool find_root(struct loader *loader, const char *path, struct err *err)
{
    char real[PATH_MAX];
    struct stat st;
    const char *folder = path, *warning = NULL;
    if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && packed_has_name(path) &&
        !packed_open(path, loader->arena, &folder, &warning, err))
        return false;
    if (!realpath(folder, real) || stat(real, &st) != 0)
        return err_sys(err, ERR_INPUT, "cannot open the folder");
    if (!S_ISDIR(st.st_mode))
        return err_set(err, ERR_INPUT, "neither a folder nor a .zip or .kpp file");
    if (warning)
        loader_warn(loader, "%s", warning);
    loader->root = arena_strdup(loader->arena, real);
    struct package *package = loader->package;
    package->path = arena_strdup(loader->arena, path);
    package->folder = loader->root;
    package->id = strrchr(loader->root, '/') + 1;
    return id_is_good(package->id) ||
           err_set(err, ERR_INPUT,
                   "the folder's name is the package's id and may hold only a-z and 0-9");
}

static bool load(struct loader *loader, const char *path, struct err *err)
{
    struct listing listing;
    struct yml_node *root;
    const struct format *format = NULL;
    if (!find_root(loader, path, err) || !loader_list(loader, "", &listing, err))
        return false;
    const struct entry *file = listing_find(&listing, METADATA_FILE);
    if (!file)
        return err_set(err, ERR_INPUT, "it has no '%s', so it is not a problem package",
                       METADATA_FILE);
    if (!loader_yaml(loader, file, false, &root, err) || !choose_format(loader, root, &format, err))
        return false;
    loader->package->format = format->version;
    return format->load(loader, root, err) && equivalents_load(loader, err);
}

bool catalog_load(const char *path, struct arena *arena, struct package *out, struct err *err)
{
    assert(path && arena && out && err);
    struct package package = { 0 };
    struct loader loader = { .package = &package, .arena = arena };
    if (!load(&loader, path, err))
        return err_wrap(err, "cannot load the package '%s'", path);
    *out = package;
    return true;
}

const struct package_submission *catalog_model_solution(const struct package *package)
{
    const struct package_submission *accepted = NULL;
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *one = &package->submissions[i];
        if (strcmp(one->language, "c") != 0)
            continue;
        if (one->is_model_solution)
            return one;
        if (!accepted && strcmp(one->folder, "accepted") == 0)
            accepted = one;
    }
    return accepted;
}

/* Specification, "Timelimit inference": what may not be too slow bounds from below, what must be
 * too slow, and nothing else, from above. */
enum time_limit_use catalog_time_limit_use(const struct package_submission *submission)
{
    if (submission->time_limit_use != TIME_LIMIT_BY_FOLDER)
        return submission->time_limit_use;
    const struct expectation *expected = &submission->expected;
    if (!expected->permitted[VERDICT_TIME_LIMIT])
        return TIME_LIMIT_LOWER;
    for (int i = 0; i < VERDICT_COUNT; i++)
        if (expected->required[i] && i != VERDICT_TIME_LIMIT)
            return TIME_LIMIT_UNUSED;
    return expected->required[VERDICT_TIME_LIMIT] ? TIME_LIMIT_UPPER : TIME_LIMIT_UNUSED;
}
