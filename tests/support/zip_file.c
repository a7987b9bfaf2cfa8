/* zip_file.c - zip archives for tests, also such as nobody should unpack. */
#include "tests/support/zip_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <assert.h>
#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/arena.h"
#include "grader/base/fd.h"

static struct archive *start(const char *path)
{
    struct archive *archive = archive_write_new();
    int failed = archive_write_set_format_zip(archive);
    failed = failed || archive_write_open_filename(archive, path);
    assert(!failed);
    return archive;
}

static void add(struct archive *archive, const struct zip_entry *entry)
{
    static const char nothing[64 * 1024];
    struct archive_entry *header = archive_entry_new();
    size_t size = entry->size ? entry->size : entry->text ? strlen(entry->text) : 0;
    archive_entry_set_pathname(header, entry->name);
    archive_entry_set_filetype(header, entry->target ? AE_IFLNK : AE_IFREG);
    if (entry->target)
        archive_entry_set_symlink(header, entry->target);
    archive_entry_set_perm(header, entry->mode ? entry->mode : 0644);
    archive_entry_set_size(header, entry->target ? 0 : (long)size);
    int failed = archive_write_header(archive, header);
    assert(!failed);
    for (size_t done = 0; done < size && !entry->target;) {
        size_t step = size - done < sizeof nothing ? size - done : sizeof nothing;
        long wrote = archive_write_data(archive, entry->text ? entry->text + done : nothing, step);
        assert(wrote == (long)step);
        done += step;
    }
    archive_entry_free(header);
}

static void finish(struct archive *archive)
{
    int failed = archive_write_close(archive);
    assert(!failed);
    archive_write_free(archive);
}

void zip_file_make(const char *path, const struct zip_entry *entries)
{
    struct archive *archive = start(path);
    for (; entries->name; entries++)
        add(archive, entries);
    finish(archive);
}

static void pack(struct archive *archive, const char *folder, const char *prefix,
                 struct arena *arena)
{
    DIR *dir = opendir(folder);
    assert(dir);
    for (const struct dirent *found; (found = readdir(dir));) {
        const char *path = arena_printf(arena, "%s/%s", folder, found->d_name);
        const char *name = arena_printf(arena, "%s%s%s", prefix, *prefix ? "/" : "", found->d_name);
        struct stat st;
        struct str bytes;
        struct err err = { 0 };
        if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0)
            continue;
        int failed = lstat(path, &st);
        assert(!failed);
        if (S_ISDIR(st.st_mode)) {
            pack(archive, path, name, arena);
            continue;
        }
        bool good = file_read(path, 64 << 20, arena, &bytes, &err);
        assert(good);
        add(archive, &(struct zip_entry){ name, bytes.at, bytes.length, NULL, st.st_mode & 0777 });
    }
    closedir(dir);
}

void zip_file_pack(const char *path, const char *folder, const char *prefix)
{
    SCOPED_ARENA arena = { 0 };
    struct archive *archive = start(path);
    pack(archive, folder, prefix, &arena);
    finish(archive);
}
