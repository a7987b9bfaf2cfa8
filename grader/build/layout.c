/* layout.c - which files are laid before the compiler. */
#include "grader/build/layout.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"

/* Relative, and no part of it is empty, "." or "..". */
static bool path_is_plain(const char *path)
{
    struct str rest = str_of(path);
    for (;;) {
        const char *slash = memchr(rest.at, '/', rest.length);
        struct str part = { rest.at, slash ? (size_t)(slash - rest.at) : rest.length };
        if (part.length == 0 || str_is(part, ".") || str_is(part, ".."))
            return false;
        if (!slash)
            return true;
        rest = (struct str){ slash + 1, rest.length - part.length - 1 };
    }
}

/* "a" and "a", "a" and "a/b": both can't be files of one folder. */
static bool paths_collide(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return (*a == '\0' || *a == '/') && (*b == '\0' || *b == '/');
}

/* gcc takes NAME.h.gch, a file or a folder, for NAME.h without looking at the header. */
static bool is_precompiled(const char *path)
{
    for (const char *at = strstr(path, ".gch"); at; at = strstr(at + 1, ".gch"))
        if (at[4] == '\0' || at[4] == '/')
            return true;
    return false;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool same_folder(const char *a, const char *b)
{
    struct str folder_a = { a, (size_t)(base_name(a) - a) };
    return str_equal(folder_a, (struct str){ b, (size_t)(base_name(b) - b) });
}

/* A header is looked for in the folder of the file that includes it before anywhere else: beside a
 * file of the include, a namesake of another one would be found first. */
static bool is_overlaid(const char *path, const struct source_set *include)
{
    bool collides = false, is_beside = false, is_namesake = false;
    for (size_t i = 0; include && i < include->count; i++) {
        const char *other = include->files[i].path;
        collides |= paths_collide(path, other);
        is_beside |= same_folder(path, other);
        is_namesake |= strcmp(base_name(path), base_name(other)) == 0;
    }
    return collides || (is_beside && is_namesake);
}

bool layout_is_source(enum program_kind kind, const char *path)
{
    enum { ENDINGS_MAX = 8 };
    /* The format's table of languages. A .c file among C++ is C++ for g++. */
    static const char *const endings[][ENDINGS_MAX] = {
        [PROGRAM_C] = { ".c" },
        [PROGRAM_CPP] = { ".cc", ".cpp", ".cxx", ".c++", ".C", ".c" },
        [PROGRAM_PYTHON3] = { ".py", ".py3" },
        [PROGRAM_SCRIPT] = { NULL },
        [PROGRAM_OTHER] = { NULL },
    };
    assert((size_t)kind < COUNT_OF(endings));
    for (size_t i = 0; endings[kind][i]; i++)
        if (str_ends(path, endings[kind][i]))
            return true;
    return false;
}

/* No file may pass for an option or a list of options. */
static const char *as_argument(const char *path, struct arena *arena)
{
    return *path == '-' || *path == '@' ? arena_printf(arena, "./%s", path) : path;
}

static void lay(struct layout *layout, enum program_kind kind, struct source_file file,
                struct arena *arena)
{
    layout->files[layout->count++] = file;
    if (layout_is_source(kind, file.path))
        layout->compiled[layout->compiled_count++] = as_argument(file.path, arena);
}

static bool lay_set(struct layout *layout, enum program_kind kind, const struct source_set *set,
                    const struct source_set *over, struct arena *arena, struct err *err)
{
    for (size_t i = 0; i < set->count; i++) {
        const char *path = set->files[i].path;
        if (!path_is_plain(path))
            return err_set(err, ERR_FAULT, "cannot lay the file '%s': not a path below a folder",
                           path);
        if (str_starts(path, LAYOUT_RESERVED) || is_precompiled(path) || is_overlaid(path, over))
            continue;
        lay(layout, kind, set->files[i], arena);
    }
    return true;
}

bool layout_make(enum program_kind kind, const struct source_set *sources,
                 const struct source_set *include, struct str starter, struct arena *arena,
                 struct layout *out, struct err *err)
{
    assert(sources && arena && out);
    static const struct source_set nothing = { .name = "" };
    const struct source_set *over = include ? include : &nothing;
    size_t most = sources->count + over->count + 1;
    struct layout made = { .files = ARENA_ARRAY(arena, most, struct source_file),
                           .compiled = ARENA_ARRAY(arena, most, const char *) };
    if (!lay_set(&made, kind, sources, over, arena, err) ||
        !lay_set(&made, kind, over, NULL, arena, err))
        return false;
    if (starter.length > 0)
        made.files[made.count++] = (struct source_file){ LAYOUT_STARTER, starter };
    *out = made;
    return true;
}
