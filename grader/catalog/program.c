/* program.c - a program of a package, one file or one folder, as sources in memory. */
#include "grader/catalog/program.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct gathering {
    struct loader *loader;
    struct source_file *files;
    size_t count, capacity;
};

static bool add_file(struct gathering *into, const struct entry *entry, const char *path,
                     struct err *err)
{
    struct loader *loader = into->loader;
    if (into->count == SOURCE_COUNT_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': more than %d files in one program",
                       entry->place, SOURCE_COUNT_MAX);
    struct str bytes;
    if (!loader_read(loader, entry, SOURCE_FILE_MAX, &bytes, err))
        return false;
    loader->source_bytes += bytes.length;
    if (loader->source_bytes > SOURCE_TOTAL_MAX)
        return err_set(err, ERR_INPUT,
                       "cannot use '%s': the programs of the package are larger than %d bytes",
                       entry->place, SOURCE_TOTAL_MAX);
    into->files = arena_grow(loader->arena, into->files, into->count, &into->capacity,
                             sizeof(struct source_file));
    into->files[into->count++] = (struct source_file){ path, loader_put_constants(loader, bytes) };
    return true;
}

/* `prefix` is the path of the folder within its program, "" at its top. */
static bool add_folder(struct gathering *into, const char *place, const char *prefix,
                       unsigned depth, struct err *err)
{
    if (depth > LOADER_DEPTH_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': deeper than %d folders", place,
                       LOADER_DEPTH_MAX);
    struct listing listing;
    if (!loader_list(into->loader, place, &listing, err))
        return false;
    for (size_t i = 0; i < listing.count; i++) {
        const struct entry *entry = &listing.entries[i];
        const char *path = loader_join(into->loader, prefix, entry->name);
        bool good = entry->is_folder ? add_folder(into, entry->place, path, depth + 1, err)
                                     : add_file(into, entry, path, err);
        if (!good)
            return false;
    }
    return true;
}

static int by_path(const void *a, const void *b)
{
    const struct source_file *left = a, *right = b;
    return strcmp(left->path, right->path);
}

static struct source_set finish(struct gathering *gathering, const char *name)
{
    if (gathering->count > 0)
        qsort(gathering->files, gathering->count, sizeof(struct source_file), by_path);
    return (struct source_set){ name, gathering->files, gathering->count };
}

bool program_load(struct loader *loader, const struct entry *entry, const char *name,
                  struct source_set *out, struct err *err)
{
    struct gathering gathering = { .loader = loader };
    bool good = entry->is_folder ? add_folder(&gathering, entry->place, "", 1, err)
                                 : add_file(&gathering, entry, entry->name, err);
    if (!good)
        return false;
    if (gathering.count == 0)
        return err_set(err, ERR_INPUT, "cannot use '%s': the folder has no files", entry->place);
    *out = finish(&gathering, name);
    return true;
}

const char *program_base_name(struct loader *loader, const struct entry *entry)
{
    const char *dot = entry->is_folder ? NULL : strrchr(entry->name, '.');
    if (!dot || dot == entry->name)
        return entry->name;
    return arena_memdup(loader->arena, entry->name, (size_t)(dot - entry->name));
}

/* ---- validators and graders ---- */

/* The specification's table of languages, as far as programs of packages are concerned. */
static const struct {
    const char *ending;
    enum program_kind kind;
} endings[] = {
    { ".c", PROGRAM_C },        { ".cc", PROGRAM_CPP },      { ".cpp", PROGRAM_CPP },
    { ".cxx", PROGRAM_CPP },    { ".c++", PROGRAM_CPP },     { ".C", PROGRAM_CPP },
    { ".py", PROGRAM_PYTHON3 }, { ".py3", PROGRAM_PYTHON3 }, { ".viva", PROGRAM_OTHER },
    { ".ctd", PROGRAM_OTHER },  { ".java", PROGRAM_OTHER },  { ".kt", PROGRAM_OTHER },
    { ".rs", PROGRAM_OTHER },   { ".go", PROGRAM_OTHER },    { ".hs", PROGRAM_OTHER },
    { ".pl", PROGRAM_OTHER },   { ".rb", PROGRAM_OTHER },    { ".js", PROGRAM_OTHER },
    { ".cs", PROGRAM_OTHER },   { ".pas", PROGRAM_OTHER },   { ".sh", PROGRAM_OTHER },
    { ".py2", PROGRAM_OTHER },
};

/* The row of a source file; COUNT_OF(endings): the file is none (a header, a README). */
static size_t row_of(const char *path)
{
    size_t i = 0;
    while (i < COUNT_OF(endings) && !str_ends(path, endings[i].ending))
        i++;
    return i;
}

static const struct source_file *find_file(const struct source_set *set, const char *path)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->files[i].path, path) == 0)
            return &set->files[i];
    return NULL;
}

static void find_language(struct package_program *program)
{
    const struct source_set *set = &program->sources;
    size_t found = COUNT_OF(endings);
    program->kind = PROGRAM_OTHER;
    program->language_ending = "";
    for (size_t i = 0; i < set->count; i++) {
        size_t row = row_of(set->files[i].path);
        if (row == COUNT_OF(endings))
            continue;
        if (found < COUNT_OF(endings) && endings[found].kind != endings[row].kind)
            return;
        found = row;
    }
    if (found == COUNT_OF(endings))
        return;
    program->kind = endings[found].kind;
    program->language_ending = program->kind == PROGRAM_OTHER ? endings[found].ending : NULL;
}

/* What `python3` is to be given: the only file, __main__.py, main.py, or the program's own name. */
static bool find_entry_point(struct loader *loader, struct package_program *program,
                             struct err *err)
{
    const struct source_set *set = &program->sources;
    const char *const wanted[] = { "__main__.py", "main.py",
                                   arena_printf(loader->arena, "%s.py", set->name) };
    const char *only = NULL;
    size_t count = 0;
    for (size_t i = 0; i < set->count; i++)
        if (row_of(set->files[i].path) < COUNT_OF(endings) && ++count == 1)
            only = set->files[i].path;
    program->entry_point = count == 1 ? only : NULL;
    for (size_t i = 0; i < COUNT_OF(wanted) && !program->entry_point; i++)
        if (find_file(set, wanted[i]))
            program->entry_point = wanted[i];
    if (!program->entry_point)
        return err_set(err, ERR_INPUT,
                       "cannot use '%s': of several Python files one must be '__main__.py'",
                       program->place);
    if (count > 1 && !find_file(set, "__init__.py"))
        loader_warn(loader, "'%s': a Python program of several files should have an '__init__.py'",
                    program->place);
    return true;
}

static bool is_executable(struct loader *loader, const struct listing *listing, const char *name)
{
    const struct entry *entry = listing_find(listing, name);
    if (entry && !entry->is_executable)
        loader_warn(loader, "'%s' is not executable; it is run all the same", entry->place);
    return entry && entry->is_executable;
}

/* A folder with `build` or `run`. False: it has none of them. */
static bool find_scripts(struct loader *loader, const struct entry *entry,
                         struct package_program *program, bool *out_found, struct err *err)
{
    struct listing listing;
    *out_found = false;
    if (!entry->is_folder)
        return true;
    if (!loader_list(loader, entry->place, &listing, err))
        return false;
    program->has_build = find_file(&program->sources, "build");
    program->has_run = find_file(&program->sources, "run");
    program->is_build_executable = is_executable(loader, &listing, "build");
    program->is_run_executable =
        is_executable(loader, &listing, "run") || (program->has_build && !program->has_run);
    *out_found = program->has_build || program->has_run;
    return true;
}

bool program_load_program(struct loader *loader, const struct entry *entry, const char *name,
                          struct package_program *out, struct err *err)
{
    struct package_program program = { .place = entry->place };
    bool is_script;
    if (!program_load(loader, entry, name, &program.sources, err) ||
        !find_scripts(loader, entry, &program, &is_script, err))
        return false;
    if (is_script)
        program.kind = PROGRAM_SCRIPT;
    else
        find_language(&program);
    if (program.kind == PROGRAM_PYTHON3 && !find_entry_point(loader, &program, err))
        return false;
    if (program.kind == PROGRAM_OTHER && program.language_ending[0])
        loader_warn(loader,
                    "'%s' is not run: no '%s' programs here, only C, C++, Python 3 and "
                    "build/run scripts",
                    program.place, program.language_ending);
    else if (program.kind == PROGRAM_OTHER)
        loader_warn(loader, "'%s' is not run: its files are not all of one language",
                    program.place);
    *out = program;
    return true;
}

/* Headers, notes and the like beside programs are no programs. */
static bool is_program(struct loader *loader, const struct entry *entry)
{
    if (entry->is_folder || row_of(entry->name) < COUNT_OF(endings))
        return true;
    loader_warn(loader, "'%s' is ignored: not a program in a language that the format knows",
                entry->place);
    return false;
}

bool program_load_all(struct loader *loader, const char *place, struct package_program **out,
                      size_t *out_count, struct err *err)
{
    struct listing listing;
    if (!loader_list(loader, place, &listing, err))
        return false;
    if (listing.count > PROGRAM_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': more than %d programs", place,
                       PROGRAM_MAX);
    struct package_program *programs =
        ARENA_ARRAY(loader->arena, listing.count, struct package_program);
    size_t count = 0;
    for (size_t i = 0; i < listing.count; i++) {
        const struct entry *entry = &listing.entries[i];
        if (!is_program(loader, entry))
            continue;
        const char *name = program_base_name(loader, entry);
        for (size_t k = 0; k < count; k++)
            if (strcmp(programs[k].sources.name, name) == 0)
                return err_set(err, ERR_INPUT, "cannot use '%s': a second program named '%s'",
                               entry->place, name);
        if (!program_load_program(loader, entry, name, &programs[count], err))
            return false;
        count++;
    }
    *out = programs;
    *out_count = count;
    return true;
}

bool program_load_only(struct loader *loader, const char *place, struct package_program **out,
                       struct err *err)
{
    struct listing listing;
    if (!loader_list(loader, place, &listing, err))
        return false;
    *out = NULL;
    if (!listing.exists)
        return true;
    struct package_program *program = ARENA_NEW(loader->arena, struct package_program);
    const struct entry itself = { .name = place, .place = place, .is_folder = true };
    bool is_wrapped = listing.count == 1 && listing.entries[0].is_folder;
    if (!program_load_program(loader, is_wrapped ? &listing.entries[0] : &itself,
                              arena_strdup(loader->arena, place), program, err))
        return false;
    *out = program;
    return true;
}

/* ---- included files ---- */

static void overlay(struct gathering *into, const struct gathering *above)
{
    for (size_t i = 0; i < above->count; i++) {
        size_t k = 0;
        while (k < into->count && strcmp(into->files[k].path, above->files[i].path) != 0)
            k++;
        if (k == into->count)
            into->files = arena_grow(into->loader->arena, into->files, into->count++,
                                     &into->capacity, sizeof(struct source_file));
        into->files[k] = above->files[i];
    }
}

static bool is_allowed(const struct package *package, const char *language)
{
    for (size_t i = 0; i < package->languages.count; i++)
        if (strcmp(package->languages.words[i], language) == 0)
            return true;
    return package->languages.count == 0 || strcmp(language, "default") == 0;
}

bool program_check_include(struct loader *loader, struct err *err)
{
    struct listing listing, inner;
    if (!loader_list(loader, "include", &listing, err))
        return false;
    for (size_t i = 0; i < listing.count; i++) {
        const struct entry *entry = &listing.entries[i];
        if (!entry->is_folder) {
            loader_warn(loader, "'%s' is ignored: included files lie in a folder for a language",
                        entry->place);
            continue;
        }
        if (!is_allowed(loader->package, entry->name))
            return err_set(err, ERR_INPUT,
                           "cannot use '%s': 'languages' in problem.yaml does not allow '%s'",
                           entry->place, entry->name);
        if (!loader_list(loader, entry->place, &inner, err))
            return false;
        if (inner.count == 0)
            loader_warn(loader, "'%s' is empty", entry->place);
    }
    return true;
}

bool program_load_include(struct loader *loader, const char *language, struct source_set *out,
                          struct err *err)
{
    const char *const layers[] = { "include/default",
                                   arena_printf(loader->arena, "include/%s", language) };
    struct gathering gathering = { .loader = loader };
    for (size_t i = 0; i < COUNT_OF(layers); i++) {
        struct gathering layer = { .loader = loader };
        if (!add_folder(&layer, layers[i], "", 1, err))
            return false;
        overlay(&gathering, &layer);
    }
    *out = finish(&gathering, "include");
    return true;
}
