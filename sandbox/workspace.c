/* workspace.c - the private folder of a tool. */
#include "sandbox/workspace.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "sandbox/payload.h"

bool workspace_make(struct workspace *workspace)
{
    assert(workspace->folder < 0);
    if (workspace->is_mount) {
        char options[96];
        snprintf(options, sizeof options, "size=%llu,nr_inodes=%u,mode=0777",
                 (unsigned long long)workspace->space_bytes, workspace->space_inodes);
        snprintf(workspace->path, sizeof workspace->path, "%s", WORKSPACE_PLACE);
        if (mount("tmpfs", workspace->path, "tmpfs", MS_NOSUID | MS_NODEV, options) != 0)
            return false;
    } else {
        snprintf(workspace->path, sizeof workspace->path, "%.40s/sandbox.XXXXXX",
                 workspace->parent);
        if (!mkdtemp(workspace->path))
            return false;
        if (workspace->owner != geteuid() &&
            chown(workspace->path, workspace->owner, (gid_t)-1) != 0)
            return false;
    }
    workspace->folder = open(workspace->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return workspace->folder >= 0;
}

/* Makes the folders on the way to path; they are empty and ours, so nothing can be a link yet. */
static bool make_parents(const struct workspace *workspace, char *path)
{
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdirat(workspace->folder, path, 0777) == 0 || errno == EEXIST;
        made = made && fchmodat(workspace->folder, path, 0777, 0) == 0;
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

static bool copy_bytes(int to, int from, uint64_t size)
{
    while (size > 0) {
        ssize_t moved = sendfile(to, from, NULL, size > 1 << 20 ? 1 << 20 : (size_t)size);
        if (moved < 0 && errno == EINTR)
            continue;
        if (moved <= 0)
            return false;
        size -= (uint64_t)moved;
    }
    return true;
}

static bool lay_one(const struct workspace *workspace, int payload, struct payload_head *head)
{
    head->path[PAYLOAD_PATH_MAX - 1] = '\0';
    if (!make_parents(workspace, head->path))
        return false;
    /* A later file of the same name takes the place of an earlier one. */
    int file = openat(workspace->folder, head->path,
                      O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0755);
    bool good = file >= 0 && copy_bytes(file, payload, head->size) && fchmod(file, 0755) == 0;
    if (file >= 0)
        close(file);
    return good;
}

bool workspace_lay(const struct workspace *workspace, int payload)
{
    struct payload_head head;
    if (lseek(payload, 0, SEEK_SET) != 0)
        return false;
    for (unsigned i = 0; i <= PAYLOAD_FILES_MAX; i++) {
        ssize_t got = read(payload, &head, sizeof head);
        if (got == 0)
            return true;
        if (got != (ssize_t)sizeof head || !lay_one(workspace, payload, &head))
            return false;
    }
    return false;
}

/* Opens path part by part, no part being a link: works without openat2 as well. */
static int open_beneath(int folder, const char *path)
{
    int at = dup(folder);
    for (const char *part = path; at >= 0;) {
        char name[PAYLOAD_PATH_MAX];
        size_t size = strcspn(part, "/");
        bool is_last = part[size] == '\0';
        if (size == 0 || size >= sizeof name)
            break;
        memcpy(name, part, size);
        name[size] = '\0';
        int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (is_last ? 0 : O_DIRECTORY);
        int next = strcmp(name, "..") == 0 ? -1 : openat(at, name, flags);
        close(at);
        at = next;
        if (is_last)
            return at;
        part += size + 1;
    }
    if (at >= 0)
        close(at);
    return -1;
}

int workspace_collect(const struct workspace *workspace, const char *path, uint64_t ceiling)
{
    int file = open_beneath(workspace->folder, path);
    struct stat st;
    /* More than one name: a hard link, perhaps to a file of the host that only we can read. */
    if (file < 0 || fstat(file, &st) != 0 || !S_ISREG(st.st_mode) || st.st_nlink != 1 ||
        (uint64_t)st.st_size > ceiling) {
        if (file >= 0)
            close(file);
        return -1;
    }
    int out = memfd_create("collected", MFD_CLOEXEC);
    bool good =
        out >= 0 && copy_bytes(out, file, (uint64_t)st.st_size) && lseek(out, 0, SEEK_SET) == 0;
    close(file);
    if (!good && out >= 0) {
        close(out);
        out = -1;
    }
    return out;
}

/* One entry of a folder: removed; or a folder that is not empty, which is made ours again. */
static bool remove_one(int folder, const char *name)
{
    if (unlinkat(folder, name, 0) == 0 || unlinkat(folder, name, AT_REMOVEDIR) == 0)
        return true;
    /* What can't be unlinked is no link: nothing is followed. Where it fails the next round does.
     */
    int unimportant = fchmodat(folder, name, 0700, 0);
    (void)unimportant;
    return false;
}

/*
 * Empties a folder on the host without ever following a link. Folders in folders are moved to the
 * top, under a number, before they are emptied: no depth can exhaust descriptors or the stack. A
 * link can't be moved into the way, for nobody lives any more who could.
 */
static bool empty_folder(int top, int folder, unsigned *number)
{
    DIR *list = fdopendir(folder);
    bool changed = false;
    for (struct dirent *entry; list && (entry = readdir(list));) {
        char name[32];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        bool is_gone = remove_one(dirfd(list), entry->d_name);
        snprintf(name, sizeof name, ".emptied-%u", ++*number);
        is_gone = is_gone || renameat(dirfd(list), entry->d_name, top, name) == 0;
        changed |= is_gone;
    }
    if (list)
        closedir(list);
    return changed;
}

/* Rounds over the top folder until nothing can be removed any more. */
static void empty_workspace(int top)
{
    enum { ROUNDS_MAX = 1000000 };
    /* From a number that the folder's owner could not foresee. */
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    unsigned number = (unsigned)now.tv_nsec;
    bool changed = true;
    for (unsigned round = 0; changed && round < ROUNDS_MAX; round++) {
        DIR *list = fdopendir(openat(top, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        changed = false;
        for (struct dirent *entry; list && (entry = readdir(list));) {
            if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
                continue;
            if (remove_one(top, entry->d_name)) {
                changed = true;
                continue;
            }
            int below = openat(top, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            changed |= below >= 0 && empty_folder(top, below, &number);
        }
        if (list)
            closedir(list);
    }
}

void workspace_drop(struct workspace *workspace)
{
    if (workspace->folder < 0)
        return;
    if (!workspace->is_mount)
        empty_workspace(workspace->folder);
    close(workspace->folder);
    workspace->folder = -1;
    if (workspace->is_mount)
        umount2(workspace->path, MNT_DETACH);
    else
        rmdir(workspace->path);
}
