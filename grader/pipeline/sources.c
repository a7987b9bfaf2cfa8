/* sources.c - files of this machine as a submission. */
#include "grader/pipeline/sources.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/fd.h"
#include "grader/base/mem.h"

struct reading {
    struct arena *arena;
    const char *const *endings; /* of the files that a folder gives; NULL-ended */
    struct source_file *files;
    size_t count, capacity;
};

static bool add_file(struct reading *reading, const char *path, const char *name, struct err *err)
{
    struct source_file file = { .path = name };
    if (reading->count == SOURCES_FILES_MAX)
        return err_set(err, ERR_INPUT, "more than %d source files: stopped at '%s'",
                       SOURCES_FILES_MAX, path);
    if (!file_read(path, SOURCES_FILE_BYTES_MAX, reading->arena, &file.bytes, err))
        return false;
    reading->files = arena_grow(reading->arena, reading->files, reading->count, &reading->capacity,
                                sizeof *reading->files);
    reading->files[reading->count++] = file;
    return true;
}

static bool is_taken(const struct reading *reading, const char *name)
{
    for (size_t i = 0; reading->endings[i]; i++)
        if (str_ends(name, reading->endings[i]))
            return true;
    return false;
}

static bool add_folder(struct reading *reading, const char *path, const char *prefix,
                       unsigned depth, struct err *err)
{
    if (depth > SOURCES_DEPTH_MAX)
        return err_set(err, ERR_INPUT, "cannot read '%s': more than %d folders deep", path,
                       SOURCES_DEPTH_MAX);
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    if (count < 0)
        return err_sys(err, ERR_INPUT, "cannot open '%s'", path);
    bool good = true;
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        struct stat st;
        const char *inner = arena_printf(reading->arena, "%s/%s", path, name);
        const char *shown = arena_printf(reading->arena, "%s%s", prefix, name);
        if (good && name[0] != '.' && stat(inner, &st) == 0) {
            if (S_ISDIR(st.st_mode))
                good = add_folder(reading, inner, arena_printf(reading->arena, "%s/", shown),
                                  depth + 1, err);
            else if (is_taken(reading, name))
                good = add_file(reading, inner, shown, err);
        }
        mem_free(entries[i]);
    }
    mem_free(entries);
    return good;
}

static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct source_file *)a)->path, ((const struct source_file *)b)->path);
}

static bool read_all(const char *const *paths, size_t count, const char *const *endings,
                     struct arena *arena, struct source_set *out, struct err *err)
{
    struct reading reading = { .arena = arena, .endings = endings };
    for (size_t i = 0; i < count; i++) {
        struct stat st;
        const char *slash = strrchr(paths[i], '/');
        if (stat(paths[i], &st) != 0)
            return err_sys(err, ERR_INPUT, "cannot open '%s'", paths[i]);
        bool good = S_ISDIR(st.st_mode)
                        ? add_folder(&reading, paths[i], "", 0, err)
                        : add_file(&reading, paths[i], slash ? slash + 1 : paths[i], err);
        if (!good)
            return false;
    }
    if (reading.count > 1)
        qsort(reading.files, reading.count, sizeof *reading.files, by_path);
    for (size_t i = 1; i < reading.count; i++)
        if (strcmp(reading.files[i - 1].path, reading.files[i].path) == 0)
            return err_set(err, ERR_INPUT, "two source files are named '%s'",
                           reading.files[i].path);
    *out = (struct source_set){ .name = count == 1 ? paths[0] : "the solution",
                                .files = reading.files,
                                .count = reading.count };
    return true;
}

bool sources_read(const char *const *paths, size_t count, struct arena *arena,
                  struct source_set *out, struct err *err)
{
    static const char *const endings[] = { ".c", ".h", NULL };
    struct stat st;
    if (!read_all(paths, count, endings, arena, out, err))
        return false;
    bool has_c = false; /* of a folder the build says it, to the candidate */
    for (size_t i = 0; i < count; i++)
        has_c |= str_ends(paths[i], ".c") || (stat(paths[i], &st) == 0 && S_ISDIR(st.st_mode));
    return has_c || count == 0 ||
           err_set(err, ERR_INPUT, "'%s' is no C source: name .c files, or a folder of them",
                   paths[0]);
}

bool sources_read_answers(const char *const *paths, size_t count, struct arena *arena,
                          struct source_set *out, struct err *err)
{
    static const char *const endings[] = { ".ans", ".out", NULL };
    return read_all(paths, count, endings, arena, out, err);
}
