/* made_cache.c - sets of made tests on disk. */
#include "grader/catalog/made_cache.h"

#include <assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/base/hash.h"

static const char MANIFEST[] = "manifest";
enum { MANIFEST_MAX = 8 * 1024 * 1024 };

/* Removes a set's folder, which holds files only; what is not there is no matter. */
static void remove_folder(const char *path)
{
    SCOPED_FD fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
    if (!folder)
        return;
    int inner = fd_steal(&fd); /* closedir closes it */
    const struct dirent *entry;
    for (size_t i = 0; i < CACHE_FILE_MAX + 3 && (entry = readdir(folder)); i++)
        unlinkat(inner, entry->d_name, 0);
    closedir(folder);
    rmdir(path);
}

bool cache_begin(const char *cache, const char *key, struct arena *arena, struct cache_draft *out,
                 struct err *err)
{
    if (!folder_make(cache, err))
        return false;
    char *folder = arena_printf(arena, "%s/%s.part.XXXXXX", cache, key);
    if (!mkdtemp(folder)) /* mode 0700 */
        return err_sys(err, ERR_FAULT, "cannot make a folder in '%s'", cache);
    *out = (struct cache_draft){ .arena = arena, .folder = folder, .cache = cache, .key = key };
    return true;
}

static void hash_text(struct str bytes, char out[HASH_TEXT_MAX])
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, bytes);
    hash_finish(&hash, out);
}

/* A new file, mode 0600 whatever the umask allows; `what` is for messages. */
static bool write_new(const char *path, struct str bytes, struct err *err)
{
    SCOPED_FD fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 || !fd_write_all(fd, bytes.at, bytes.length))
        return err_sys(err, ERR_FAULT, "cannot write '%s'", path);
    return true;
}

bool cache_put(struct cache_draft *draft, const char *name, struct str bytes, const char **out_path,
               struct err *err)
{
    assert(draft->folder && draft->count < CACHE_FILE_MAX);
    const char *path = arena_printf(draft->arena, "%s/%s", draft->folder, name);
    if (!write_new(path, bytes, err))
        return false;
    struct made_file file = { .name = name, .size = bytes.length };
    hash_text(bytes, file.hash);
    draft->files =
        arena_grow(draft->arena, draft->files, draft->count, &draft->capacity, sizeof file);
    draft->files[draft->count++] = file;
    *out_path = path;
    return true;
}

static bool write_manifest(const struct cache_draft *draft, struct err *err)
{
    SCOPED_BUF text;
    char hash[HASH_TEXT_MAX];
    buf_init(&text, MANIFEST_MAX);
    buf_printf(&text, "grader-cases 1 %s %zu\n", draft->key, draft->count);
    for (size_t i = 0; i < draft->count; i++)
        buf_printf(&text, "%llu %s %s\n", (unsigned long long)draft->files[i].size,
                   draft->files[i].hash, draft->files[i].name);
    hash_text((struct str){ text.bytes, text.length }, hash);
    buf_printf(&text, "%s\n", hash);
    if (!buf_ok(&text))
        return err_set(err, ERR_FAULT, "cannot write '%s': too large", MANIFEST);
    const char *path = arena_printf(draft->arena, "%s/%s", draft->folder, MANIFEST);
    return write_new(path, (struct str){ text.bytes, text.length }, err);
}

/* Out of the way by a rename, so that no half of it is ever seen, then away. */
static void discard(struct arena *arena, const char *path)
{
    char *aside = arena_printf(arena, "%s.old.XXXXXX", path);
    if (mkdtemp(aside) && rename(path, aside) == 0)
        remove_folder(aside);
    else if (rmdir(aside) == 0)
        unlink(path); /* a file where the folder belongs */
}

/* Under the lock: between the look and the rename nobody else may put a whole set there, which its
 * maker would be using already. */
static bool settle(struct cache_draft *draft, const char *const *names, struct err *err)
{
    const char *path = arena_printf(draft->arena, "%s/%s", draft->cache, draft->key);
    if (cache_is_whole(draft->cache, draft->key, names, draft->count)) {
        cache_abandon(draft);
        return true;
    }
    struct stat st;
    if (lstat(path, &st) == 0)
        discard(draft->arena, path);
    if (rename(draft->folder, path) != 0)
        return err_sys(err, ERR_FAULT, "cannot rename '%s' to '%s'", draft->folder, path);
    draft->folder = NULL;
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct made_file *left = a, *right = b;
    return strcmp(left->name, right->name);
}

bool cache_commit(struct cache_draft *draft, struct err *err)
{
    if (draft->count > 0)
        qsort(draft->files, draft->count, sizeof draft->files[0], by_name);
    const char **names = ARENA_ARRAY(draft->arena, draft->count, const char *);
    for (size_t i = 0; i < draft->count; i++)
        names[i] = draft->files[i].name;
    if (!write_manifest(draft, err))
        return false;
    SCOPED_FD lock = open(draft->cache, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0 || flock(lock, LOCK_EX) != 0)
        return err_sys(err, ERR_FAULT, "cannot lock the folder '%s'", draft->cache);
    return settle(draft, names, err);
}

void cache_abandon(struct cache_draft *draft)
{
    if (draft->folder)
        remove_folder(draft->folder);
    draft->folder = NULL;
}

/* A file or folder that we, and nobody else, could have written. */
static bool is_ours(const struct stat *st)
{
    return st->st_uid == geteuid() && (st->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/* Cuts the last line off the manifest and compares it with the hash of what is above. */
static bool check_seal(struct str *manifest)
{
    char hash[HASH_TEXT_MAX];
    size_t seal = HASH_TEXT_MAX; /* its digits and a newline */
    if (manifest->length < seal)
        return false;
    manifest->length -= seal;
    hash_text(*manifest, hash);
    const char *last = manifest->at + manifest->length;
    return memcmp(last, hash, seal - 1) == 0 && last[seal - 1] == '\n';
}

static bool check_file(int folder, struct str line, const char *name)
{
    char wanted[512];
    struct stat st;
    if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode) ||
        !is_ours(&st))
        return false;
    snprintf(wanted, sizeof wanted, "%llu ", (unsigned long long)st.st_size);
    size_t head = strlen(wanted), tail = strlen(name);
    return line.length == head + HASH_TEXT_MAX + tail && memcmp(line.at, wanted, head) == 0 &&
           memcmp(line.at + line.length - tail, name, tail) == 0;
}

static bool check_set(int folder, struct str manifest, const char *key, const char *const *names,
                      size_t count)
{
    char head[160];
    struct str line;
    if (!check_seal(&manifest))
        return false;
    snprintf(head, sizeof head, "grader-cases 1 %s %zu", key, count);
    if (!str_next_line(&manifest, &line) || !str_is(line, head))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!str_next_line(&manifest, &line) || !check_file(folder, line, names[i]))
            return false;
    return manifest.length == 0;
}

bool cache_is_whole(const char *cache, const char *key, const char *const *names, size_t count)
{
    char path[PATH_MAX];
    struct stat st;
    struct err ignored = { 0 };
    struct str manifest;
    int length = snprintf(path, sizeof path, "%s/%s", cache, key);
    if (length < 0 || (size_t)length >= sizeof path)
        return false;
    SCOPED_FD folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (folder < 0 || fstat(folder, &st) != 0 || !is_ours(&st))
        return false;
    SCOPED_FD file = openat(folder, MANIFEST, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0 || fstat(file, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    SCOPED_ARENA arena = { 0 };
    return fd_read_all(file, MANIFEST_MAX, &arena, &manifest, &ignored) &&
           check_set(folder, manifest, key, names, count);
}
