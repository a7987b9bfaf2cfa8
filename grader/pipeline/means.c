/* means.c - what every stage of a run shares. */
#include "grader/pipeline/means.h"

#include <ctype.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"

struct str means_practice_key(void)
{
    return str_of("grader practice key, public");
}

bool means_load_key(const char *path, struct arena *arena, struct str *out, struct err *err)
{
    struct str key;
    if (!file_read(path, KEY_BYTES_MAX, arena, &key, err))
        return err_wrap(err, "key");
    while (key.length > 0 && isspace((unsigned char)key.at[key.length - 1]))
        key.length--;
    if (key.length < KEY_BYTES_MIN)
        return err_set(err, ERR_INPUT, "key '%s' is too short: at least %d bytes are needed", path,
                       KEY_BYTES_MIN);
    *out = key;
    return true;
}

static bool is_absolute(const char *path)
{
    return path && path[0] == '/';
}

bool means_find_cache(struct arena *arena, const char **out, struct err *err)
{
    const char *own = getenv("GRADER_CACHE"), *xdg = getenv("XDG_CACHE_HOME"),
               *home = getenv("HOME");
    const char *path = is_absolute(own)   ? own
                       : is_absolute(xdg) ? arena_printf(arena, "%s/grader", xdg)
                       : is_absolute(home) && access(home, W_OK) == 0
                           ? arena_printf(arena, "%s/.cache/grader", home)
                           : arena_printf(arena, "/tmp/grader-cache-%ld", (long)geteuid());
    if (!folder_make(path, err))
        return err_wrap(err, "cache (set GRADER_CACHE to another folder)");
    struct stat st;
    /* Hidden tests lie here: it must be ours, and nobody else may write into it. */
    if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode) || st.st_uid != geteuid() ||
        chmod(path, 0700) != 0)
        return err_set(
            err, ERR_INPUT,
            "cache '%s' is not a folder of this user's (set GRADER_CACHE to another one)", path);
    *out = path;
    return true;
}
