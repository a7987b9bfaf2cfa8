/* home.c - where the bundled problems and rubrics lie. */
#include "grader/cli/home.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    return true;
}
