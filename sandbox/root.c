/* root.c - the file system a sandbox sees. */
#include "sandbox/root.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox/workspace.h"

const char *const root_toolchain[] = { "/usr",
                                       "/bin",
                                       "/sbin",
                                       "/lib",
                                       "/lib64",
                                       "/lib32",
                                       "/libx32",
                                       "/etc/alternatives",
                                       "/etc/ld.so.cache",
                                       NULL };
const char *const root_devices[] = { "/dev/null", "/dev/zero", "/dev/urandom", NULL };

enum { SOURCES_MAX = 64 };

/* A piece of the host's tree, taken out before the new root hides it. */
struct source {
    const char *path;
    int tree; /* of open_tree, or -1 for a link */
    bool is_folder;
    char link[PATH_MAX]; /* its target when the source is a link at the top: /lib -> usr/lib */
};

struct sources {
    struct source *list;
    unsigned count;
};

static bool take(struct sources *sources, const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0)
        return true;
    if (sources->count == SOURCES_MAX)
        return false;
    struct source *source = &sources->list[sources->count];
    source->path = path;
    source->tree = -1;
    if (S_ISLNK(st.st_mode)) {
        ssize_t length = readlink(path, source->link, sizeof source->link - 1);
        if (length < 0)
            return false;
        source->link[length] = '\0';
    } else {
        source->is_folder = S_ISDIR(st.st_mode);
        source->tree =
            open_tree(AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
        if (source->tree < 0)
            return false;
    }
    sources->count++;
    return true;
}

static bool take_all(struct sources *sources, const char *const *paths)
{
    for (size_t i = 0; paths && paths[i]; i++)
        if (!take(sources, paths[i]))
            return false;
    return true;
}

/* mkdir -p below the new root (the working directory) for everything but the last part of path. */
static bool make_parents(char *path)
{
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0755) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

static bool place(const struct source *source)
{
    char to[PATH_MAX];
    snprintf(to, sizeof to, "%s", source->path + 1);
    if (!make_parents(to))
        return false;
    if (source->tree < 0)
        return symlink(source->link, to) == 0 || errno == EEXIST;
    if (source->is_folder && mkdir(to, 0755) != 0 && errno != EEXIST)
        return false;
    if (!source->is_folder) {
        int file = open(to, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0)
            return errno == EEXIST || errno == EACCES;
        close(file);
    }
    bool is_device = strncmp(source->path, "/dev/", 5) == 0;
    struct mount_attr attr = { .attr_set = MOUNT_ATTR_NOSUID |
                                           (is_device ? MOUNT_ATTR_NOEXEC
                                                      : MOUNT_ATTR_RDONLY | MOUNT_ATTR_NODEV) };
    return mount_setattr(source->tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attr, sizeof attr) == 0 &&
           move_mount(source->tree, "", AT_FDCWD, to, MOVE_MOUNT_F_EMPTY_PATH) == 0;
}

/* Everything of the host that is not in `sources` is gone when this has succeeded. */
static bool enter_new_root(const struct sources *sources)
{
    static const char stage[] = "/tmp"; /* exists everywhere; only this namespace sees it covered */
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", stage, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=1000,mode=0755") !=
            0 ||
        chdir(stage) != 0 || mkdir(&WORKSPACE_PLACE[1], 0777) != 0)
        return false;
    for (unsigned i = 0; i < sources->count; i++)
        if (!place(&sources->list[i]))
            return false;
    /* pivot_root(2), "pivot_root(".", ".")": the old root ends up on top of the new one and is then
     * let go. */
    return syscall(SYS_pivot_root, ".", ".") == 0 && umount2(".", MNT_DETACH) == 0 &&
           chdir("/") == 0 &&
           mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL) ==
               0;
}

bool root_build(const char *const *readable, bool has_devices)
{
    struct sources sources = { calloc(SOURCES_MAX, sizeof *sources.list), 0 };
    bool good = sources.list && take_all(&sources, root_toolchain) &&
                (!has_devices || take_all(&sources, root_devices)) &&
                take_all(&sources, readable) && enter_new_root(&sources);
    int cause = errno;
    for (unsigned i = 0; i < sources.count; i++)
        if (sources.list[i].tree >= 0)
            close(sources.list[i].tree);
    free(sources.list);
    errno = cause;
    return good;
}

bool root_empty(const char *parent)
{
    char path[64];
    snprintf(path, sizeof path, "%.40s/sandbox.XXXXXX", parent);
    if (!mkdtemp(path))
        return false;
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = folder >= 0 && rmdir(path) == 0 && fchdir(folder) == 0 && chroot(".") == 0;
    if (folder >= 0)
        close(folder);
    return good;
}
