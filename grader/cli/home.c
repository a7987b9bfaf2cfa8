/* home.c - where the bundled problems and rubrics lie. */
#include "grader/cli/home.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/mem.h"

bool home_executable(struct arena *arena, const char **out, struct err *err)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length < 0)
        return err_sys(err, ERR_FAULT, "cannot find this program's own file");
    *out = arena_memdup(arena, path, (size_t)length);
    return true;
}

static bool is_home(struct arena *arena, const char *folder)
{
    return access(arena_printf(arena, "%s/rubrics/default.json", folder), R_OK) == 0;
}

bool home_find(struct arena *arena, const char **out, struct err *err)
{
    static const char *const installed[] = { "/usr/local/share/grader", "/usr/share/grader" };
    const char *own = getenv("GRADER_HOME"), *executable;
    if (own && own[0]) {
        *out = own;
        return is_home(arena, own) ||
               err_set(err, ERR_INPUT, "GRADER_HOME '%s' has no rubrics/default.json", own);
    }
    if (!home_executable(arena, &executable, err))
        return false;
    char *folder = arena_strdup(arena, executable);
    for (char *slash; (slash = strrchr(folder, '/')) && slash != folder;) {
        *slash = '\0';
        if (is_home(arena, folder)) {
            *out = folder;
            return true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(installed); i++)
        if (is_home(arena, installed[i])) {
            *out = installed[i];
            return true;
        }
    return err_set(
        err, ERR_INPUT,
        "cannot find the bundled problems and rubrics: set GRADER_HOME, or give --problems "
        "and --rubric");
}

/* "course, default, …". */
static const char *names_of(const char *folder, struct arena *arena)
{
    struct dirent **entries;
    const char *names = "";
    int count = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        const char *end = name + strlen(name);
        if (name[0] != '.' && end - name > 5 && strcmp(end - 5, ".json") == 0)
            names = arena_printf(arena, "%s%s%.*s", names, names[0] ? ", " : "",
                                 (int)(end - 5 - name), name);
        mem_free(entries[i]);
    }
    if (count >= 0)
        mem_free(entries);
    return names;
}

bool home_rubric(const char *name, struct arena *arena, const char **out, struct err *err)
{
    const char *home;
    bool is_word = name[0] && strspn(name, "abcdefghijklmnopqrstuvwxyz-") == strlen(name);
    if (!is_word || access(name, F_OK) == 0) {
        *out = name;
        return true;
    }
    if (!home_find(arena, &home, err))
        return false;
    *out = arena_printf(arena, "%s/rubrics/%s.json", home, name);
    return access(*out, F_OK) == 0 ||
           err_set(err, ERR_INPUT, "there is no rubric '%s'; there are: %s; or give a file", name,
                   names_of(arena_printf(arena, "%s/rubrics", home), arena));
}
