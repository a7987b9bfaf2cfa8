/* list.c - which packages are there. */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/catalog/catalog.h"
#include "grader/catalog/packed.h"

enum { LIST_FOLDER_MAX = 1000, LIST_PACKAGE_MAX = 10000, LIST_ENTRY_MAX = 100000 };

struct found {
    struct catalog_entry entry;
    const char *real; /* the same for two names of one folder */
};

struct finding {
    struct arena *arena;
    struct found *found;
    size_t count, capacity;
};

static bool is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_package(const char *path)
{
    char file[PATH_MAX];
    struct stat st;
    if (packed_has_name(path) && lstat(path, &st) == 0 && S_ISREG(st.st_mode))
        return true;
    int length = snprintf(file, sizeof file, "%s/problem.yaml", path);
    return length > 0 && (size_t)length < sizeof file && lstat(file, &st) == 0;
}

static bool add(struct finding *finding, const char *path, struct err *err)
{
    char real[PATH_MAX];
    if (!realpath(path, real))
        return err_sys(err, ERR_INPUT, "cannot open the folder '%s'", path);
    for (size_t i = 0; i < finding->count; i++)
        if (strcmp(finding->found[i].real, real) == 0)
            return true;
    if (finding->count == LIST_PACKAGE_MAX)
        return err_set(err, ERR_INPUT, "cannot list '%s': more than %d packages", path,
                       LIST_PACKAGE_MAX);
    const char *kept = arena_strdup(finding->arena, real);
    const char *id = is_file(real) ? packed_id(real, finding->arena) : strrchr(kept, '/') + 1;
    finding->found = arena_grow(finding->arena, finding->found, finding->count, &finding->capacity,
                                sizeof(struct found));
    finding->found[finding->count++] =
        (struct found){ { id, arena_strdup(finding->arena, path) }, kept };
    return true;
}

static bool search(struct finding *finding, DIR *folder, const char *path, struct err *err)
{
    for (size_t i = 0; i < LIST_ENTRY_MAX; i++) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (!entry && errno != 0)
            return err_sys(err, ERR_FAULT, "cannot read the folder '%s'", path);
        if (!entry)
            return true;
        if (entry->d_name[0] == '.')
            continue;
        const char *inner = arena_printf(finding->arena, "%s%s%s", path,
                                         str_ends(path, "/") ? "" : "/", entry->d_name);
        if (is_package(inner) && !add(finding, inner, err))
            return false;
    }
    return err_set(err, ERR_INPUT, "cannot list '%s': more than %d entries", path, LIST_ENTRY_MAX);
}

static bool list_folder(struct finding *finding, const char *path, struct err *err)
{
    if (is_package(path))
        return add(finding, path, err);
    DIR *folder = opendir(path);
    if (!folder)
        return err_sys(err, ERR_INPUT, "cannot open the folder '%s'", path);
    bool good = search(finding, folder, path, err);
    closedir(folder);
    return good;
}

static int by_id(const void *a, const void *b)
{
    const struct found *left = a, *right = b;
    int order = strcmp(left->entry.id, right->entry.id);
    return order != 0 ? order : strcmp(left->real, right->real);
}

bool catalog_list(const char *const *folders, struct arena *arena, struct catalog_entry **out,
                  size_t *out_count, struct err *err)
{
    struct finding finding = { .arena = arena };
    for (size_t i = 0; folders[i]; i++) {
        if (i == LIST_FOLDER_MAX)
            return err_set(err, ERR_INPUT, "more than %d folders of problems", LIST_FOLDER_MAX);
        if (!list_folder(&finding, folders[i], err))
            return false;
    }
    if (finding.count > 0)
        qsort(finding.found, finding.count, sizeof(struct found), by_id);
    struct catalog_entry *entries = ARENA_ARRAY(arena, finding.count, struct catalog_entry);
    for (size_t i = 0; i < finding.count; i++) {
        entries[i] = finding.found[i].entry;
        if (i > 0 && strcmp(entries[i - 1].id, entries[i].id) == 0)
            return err_set(err, ERR_INPUT, "two packages have the id '%s': '%s' and '%s'",
                           entries[i].id, entries[i - 1].path, entries[i].path);
    }
    *out = entries;
    *out_count = finding.count;
    return true;
}
