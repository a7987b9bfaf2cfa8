/* fuzz_zip.c - whatever a zip archive holds, it stays below its folder and its ceilings, and is
 * files and folders only. */
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/text/unzip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARCHIVE_BYTES = 64 * 1024 };

static const struct unzip_limits limits = {
    .entries = 8, .bytes = 16 * 1024, .free_bytes = 4 * 1024, .ratio = 4, .depth = 3
};

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* ---- an archive that is right but for a few bytes, made of the input ---- */

struct input {
    const uint8_t *at;
    size_t left;
};

static unsigned take(struct input *input)
{
    if (input->left == 0)
        return 0;
    input->left--;
    return *input->at++;
}

static void take_name(struct input *input, char out[64])
{
    static const char *const parts[] = { "a",  "b",        "..",   ".",    "", "/", "problem.yaml",
                                         "\\", "__MACOSX", "\xff", "data", "c" };
    out[0] = '\0';
    for (unsigned i = take(input) % 5; i > 0; i--) {
        strncat(out, parts[take(input) % (sizeof parts / sizeof parts[0])], 13);
        if (i > 1)
            strncat(out, "/", 1);
    }
}

static void write_entry(struct archive *archive, struct input *input)
{
    static const unsigned types[] = { AE_IFREG, AE_IFREG, AE_IFREG, AE_IFDIR, AE_IFLNK, AE_IFIFO };
    static char bytes[32 * 1024];
    char name[64];
    struct archive_entry *entry = archive_entry_new();
    unsigned type = types[take(input) % (sizeof types / sizeof types[0])];
    size_t size = type == AE_IFREG ? take(input) * (take(input) % 128) : 0;
    memset(bytes, (int)take(input), size);
    take_name(input, name);
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, take(input));
    archive_entry_set_size(entry, (long)size);
    if (type == AE_IFLNK)
        archive_entry_set_symlink(entry, "/etc");
    if (archive_write_header(archive, entry) == ARCHIVE_OK && size > 0)
        archive_write_data(archive, bytes, size);
    archive_entry_free(entry);
}

static size_t make_archive(struct input *input, char out[ARCHIVE_BYTES])
{
    size_t used = 0;
    struct archive *archive = archive_write_new();
    archive_write_set_format_zip(archive);
    if (take(input) & 1)
        archive_write_set_options(archive, "zip:compression=store");
    check(archive_write_open_memory(archive, out, ARCHIVE_BYTES, &used) == ARCHIVE_OK);
    for (unsigned i = take(input) % 12; i > 0; i--)
        write_entry(archive, input);
    archive_write_close(archive);
    archive_write_free(archive);
    while (input->left > 0 && used > 0) {
        size_t place = (take(input) << 8 | take(input)) % used;
        out[place] = (char)take(input);
    }
    return used;
}

/* ---- what came of it ---- */

static struct {
    uint64_t bytes;
    size_t count;
} found;

static int look(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)path, (void)type;
    check(S_ISREG(st->st_mode) || S_ISDIR(st->st_mode));
    check((unsigned)at->level <= limits.depth + 2);
    found.bytes += S_ISREG(st->st_mode) ? (uint64_t)st->st_size : 0;
    found.count++;
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type;
    return at->level == 0 ? 0 : remove(path);
}

/* The folder lies in another one that nothing else may appear in. */
static char folder[64] = "";

static void remove_folder(void)
{
    rmdir(folder);
    *strrchr(folder, '/') = '\0';
    rmdir(folder);
}

static const char *folder_path(void)
{
    if (!folder[0]) {
        char top[] = "/dev/shm/fuzz-zip-XXXXXX";
        check(mkdtemp(top));
        snprintf(folder, sizeof folder, "%s/in", top);
        check(mkdir(folder, 0700) == 0 && atexit(remove_folder) == 0);
    }
    return folder;
}

static void unpack(const char *bytes, size_t size)
{
    struct err err = { 0 };
    char path[64];
    SCOPED_FD file = -1;
    check(memory_file("fuzz", bytes, size, &file, &err));
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    SCOPED_FD into = open(folder_path(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    check(into >= 0);
    bool good = unzip(path, into, &limits, &err);
    check(good || ((err.kind == ERR_INPUT || err.kind == ERR_FAULT) && !strchr(err.text, '\n')));
    found.bytes = found.count = 0;
    check(nftw(folder_path(), look, 16, FTW_PHYS) == 0);
    check(found.bytes <= limits.bytes + 64 * 1024);
    check(found.count <= 1 + limits.entries * (limits.depth + 1));
    check(nftw(folder_path(), remove_one, 16, FTW_DEPTH | FTW_PHYS) == 0);
}

static int only_in(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type;
    check(at->level == 0 || strcmp(path + at->base, "in") == 0);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char archive[ARCHIVE_BYTES];
    struct input input = { data, size };
    if (take(&input) & 1) {
        unpack((const char *)input.at, input.left);
    } else {
        size_t used = make_archive(&input, archive);
        unpack(archive, used);
    }
    char top[64];
    snprintf(top, sizeof top, "%s", folder_path());
    *strrchr(top, '/') = '\0';
    check(nftw(top, only_in, 16, FTW_PHYS) == 0);
    return 0;
}
