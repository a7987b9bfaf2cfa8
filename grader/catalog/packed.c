/* packed.c - a package in a .zip or .kpp file. */
#include "grader/catalog/packed.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/str.h"
#include "grader/text/unzip.h"

/* The specification wants no file above 100 MiB; packages of contests are below 1 GiB. Deflate
 * packs at most about 1,032 to 1, so 100 to 1 over a whole large package is no longer text. */
static const struct unzip_limits limits = {
    .entries = 20000,
    .bytes = 1024ULL * 1024 * 1024,
    .free_bytes = 64ULL * 1024 * 1024,
    .ratio = 100,
    .depth = 16,
};

/* ---- what must go when the process ends ---- */

/*
 * One folder a process, `PREFIX` and six letters, holds all that it unpacks. It is removed at exit;
 * of a process that was killed the next one removes it: the folder is locked as long as its process
 * lives, whatever its pid means elsewhere. A young one may not be locked yet.
 */
enum { PLACE_MAX = 256, KEPT_MAX = 10000, YOUNG_S = 60 };
static const char PREFIX[] = "grader-package-";

/* Children of the process that unpacked inherit this and must leave the folder alone. */
static struct {
    pid_t owner;
    int lock; /* open as long as the process lives */
    size_t count;
    char top[PLACE_MAX];
} kept;

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type, (void)at;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void remove_kept(void)
{
    if (kept.owner == getpid())
        remove_tree(kept.top);
}

static void remove_if_stale(const char *path)
{
    struct stat st;
    SCOPED_FD fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0 && fstat(fd, &st) == 0 && st.st_uid == geteuid() &&
        st.st_mtime + YOUNG_S < time(NULL) && flock(fd, LOCK_EX | LOCK_NB) == 0)
        remove_tree(path);
}

static void remove_stale(const char *temporary)
{
    char path[PLACE_MAX * 2];
    DIR *folder = opendir(temporary);
    for (const struct dirent *entry; folder && (entry = readdir(folder));)
        if (str_starts(entry->d_name, PREFIX)) {
            snprintf(path, sizeof path, "%s/%s", temporary, entry->d_name);
            remove_if_stale(path);
        }
    if (folder)
        closedir(folder);
}

/* The process's folder is there. */
static bool keep(struct err *err)
{
    const char *temporary = getenv("TMPDIR");
    if (kept.owner == getpid())
        return true;
    if (!temporary || !*temporary)
        temporary = "/tmp";
    int length = snprintf(kept.top, sizeof kept.top, "%s/%sXXXXXX", temporary, PREFIX);
    if (length < 0 || (size_t)length >= sizeof kept.top)
        return err_set(err, ERR_INPUT, "TMPDIR is too long a path");
    remove_stale(temporary);
    if (!mkdtemp(kept.top)) /* mode 0700 */
        return err_sys(err, ERR_FAULT, "cannot make a folder to unpack it in");
    kept.lock = open(kept.top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (kept.lock < 0 || flock(kept.lock, LOCK_EX | LOCK_NB) != 0 || atexit(remove_kept) != 0) {
        err_sys(err, ERR_FAULT, "cannot lock '%s'", kept.top);
        remove_tree(kept.top);
        return false;
    }
    kept.owner = getpid();
    kept.count = 0;
    return true;
}

/* ---- names ---- */

bool packed_has_name(const char *path)
{
    return str_ends(path, ".zip") || str_ends(path, ".kpp");
}

const char *packed_id(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    return arena_memdup(arena, name, strlen(name) - strlen(".zip"));
}

static bool is_there(const char *folder, const char *name)
{
    char path[PLACE_MAX * 3];
    struct stat st;
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    return length > 0 && (size_t)length < sizeof path && lstat(path, &st) == 0;
}

/* The only entry of a folder, unless its name is hidden; NULL: none or several. */
static const char *only_entry(const char *folder, struct arena *arena)
{
    DIR *dir = opendir(folder);
    const char *found = NULL;
    size_t count = 0;
    for (const struct dirent *entry; dir && (entry = readdir(dir));)
        if (entry->d_name[0] != '.' && ++count == 1)
            found = arena_strdup(arena, entry->d_name);
    if (dir)
        closedir(dir);
    return count == 1 ? found : NULL;
}

/* Where in the unpacked folder the package is. */
static bool find_package(const char *top, const char *id, struct arena *arena,
                         const char **out_folder, const char **out_warning, struct err *err)
{
    const char *unpacked = arena_printf(arena, "%s/unpacked", top);
    const char *only = only_entry(unpacked, arena);
    *out_warning = NULL;
    if (only && !is_there(unpacked, "problem.yaml")) {
        if (strcmp(only, id) != 0)
            *out_warning =
                arena_printf(arena, "the folder in the archive should be '%s', not '%s'", id, only);
        *out_folder = arena_printf(arena, "%s/%s", unpacked, only);
        return true;
    }
    if (!is_there(unpacked, "problem.yaml"))
        return err_set(err, ERR_INPUT, "the archive must hold one folder, the package");
    *out_warning = "the files in the archive should be in a folder";
    *out_folder = arena_printf(arena, "%s/%s", top, id);
    return rename(unpacked, *out_folder) == 0 ||
           err_sys(err, ERR_FAULT, "cannot rename '%s'", unpacked);
}

bool packed_open(const char *path, struct arena *arena, const char **out_folder,
                 const char **out_warning, struct err *err)
{
    if (!keep(err))
        return false;
    if (kept.count == KEPT_MAX)
        return err_set(err, ERR_INPUT, "more than %d packed packages", KEPT_MAX);
    const char *top = arena_printf(arena, "%s/%zu", kept.top, kept.count++);
    const char *unpacked = arena_printf(arena, "%s/unpacked", top);
    if (mkdir(top, 0755) != 0 || mkdir(unpacked, 0755) != 0)
        return err_sys(err, ERR_FAULT, "cannot make '%s'", unpacked);
    SCOPED_FD folder = open(unpacked, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return err_sys(err, ERR_FAULT, "cannot open '%s'", unpacked);
    return unzip(path, folder, &limits, err) &&
           find_package(top, packed_id(path, arena), arena, out_folder, out_warning, err);
}
