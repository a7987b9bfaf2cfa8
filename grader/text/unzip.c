/* unzip.c - a zip archive into a folder, with ceilings on all of it. */
#include "grader/text/unzip.h"

#include <archive.h>
#include <archive_entry.h>
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"

enum { NAME_MAX_BYTES = 1024, PART_MAX_BYTES = 255 };

struct unzipping {
    struct archive *archive;
    const struct unzip_limits *limits;
    int folder;
    uint64_t archive_bytes, bytes;
    size_t entries;
    const char *name; /* of the entry */
    char shown[128];  /* the same for messages: printable, cut */
};

static void archive_release(struct archive **archive)
{
    if (*archive)
        archive_read_free(*archive);
}

static bool bad_entry(struct unzipping *u, struct err *err, const char *why)
{
    return err_set(err, ERR_INPUT, "entry '%s': %s", u->shown, why);
}

static void set_name(struct unzipping *u, const char *name)
{
    size_t length = strnlen(name, sizeof u->shown - 1);
    u->name = name;
    memcpy(u->shown, name, length);
    u->shown[length] = '\0';
    for (char *at = u->shown; *at; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7f)
            *at = '?';
}

/* ---- names ---- */

static const char *wrong_part(struct str part)
{
    if (part.length > PART_MAX_BYTES)
        return "its name is too long";
    if (str_is(part, ".."))
        return "its name leads out of the archive";
    return part.length == 0 || str_is(part, ".") ? "its name has an empty part" : NULL;
}

/* NULL: the name is a path below the folder. A slash at the end is a folder's. */
static const char *wrong_name(const struct unzipping *u)
{
    struct str rest = str_of(u->name);
    unsigned depth = 0;
    if (rest.length == 0 || rest.length > NAME_MAX_BYTES)
        return "its name is empty or too long";
    if (rest.at[0] == '/')
        return "its name is absolute";
    if (strchr(u->name, '\\'))
        return "there is a backslash in its name";
    if (!str_is_utf8(rest))
        return "its name is not UTF-8";
    if (rest.at[rest.length - 1] == '/')
        rest.length--;
    for (;;) {
        const char *slash = memchr(rest.at, '/', rest.length);
        struct str part = { rest.at, slash ? (size_t)(slash - rest.at) : rest.length };
        const char *why = wrong_part(part);
        if (why || !slash)
            return why;
        if (++depth > u->limits->depth)
            return "too many folders in folders";
        rest.at += part.length + 1;
        rest.length -= part.length + 1;
    }
}

/* ---- files ---- */

/* The folders above a name, and the name itself when it is one. */
static bool make_folders(struct unzipping *u, struct err *err)
{
    char path[NAME_MAX_BYTES + 1];
    strncpy(path, u->name, sizeof path - 1);
    path[sizeof path - 1] = '\0';
    for (char *slash = path; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (mkdirat(u->folder, path, 0755) != 0 && errno != EEXIST)
            return err_sys(err, ERR_FAULT, "cannot make the folder of '%s'", u->shown);
        *slash = '/';
    }
    return true;
}

static bool check_growth(const struct unzipping *u, struct err *err)
{
    if (u->bytes > u->limits->bytes)
        return err_set(err, ERR_INPUT, "it unpacks to more than %llu bytes",
                       (unsigned long long)u->limits->bytes);
    if (u->bytes > u->limits->free_bytes && u->bytes / u->limits->ratio > u->archive_bytes)
        return err_set(err, ERR_INPUT,
                       "it unpacks to more than %u times its size, like a bomb would",
                       u->limits->ratio);
    return true;
}

/* What libarchive says, which may end with a newline. */
static const char *said(struct unzipping *u, char out[128])
{
    const char *text = archive_error_string(u->archive);
    snprintf(out, 128, "%s", text ? text : "no reason given");
    out[strcspn(out, "\r\n")] = '\0';
    return out;
}

static bool read_failed(struct unzipping *u, struct err *err)
{
    char why[128];
    return bad_entry(u, err, said(u, why));
}

static bool copy(struct unzipping *u, int out, struct err *err)
{
    char step[64 * 1024];
    for (;;) {
        la_ssize_t got = archive_read_data(u->archive, step, sizeof step);
        if (got < 0)
            return read_failed(u, err);
        if (got == 0)
            return true;
        u->bytes += (uint64_t)got;
        if (!check_growth(u, err))
            return false;
        if (!fd_write_all(out, step, (size_t)got))
            return err_sys(err, ERR_FAULT, "cannot write '%s'", u->shown);
    }
}

static bool write_file(struct unzipping *u, bool is_executable, struct err *err)
{
    SCOPED_FD out = openat(u->folder, u->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                           is_executable ? 0755 : 0644);
    if (out < 0 && (errno == EEXIST || errno == EISDIR || errno == ENOTDIR))
        return bad_entry(u, err, "there is another of that name");
    if (out < 0)
        return err_sys(err, ERR_FAULT, "cannot make '%s'", u->shown);
    return copy(u, out, err);
}

static bool take_entry(struct unzipping *u, struct archive_entry *entry, struct err *err)
{
    static const char resource_forks[] = "__MACOSX/";
    const char *name = archive_entry_pathname(entry);
    if (!name)
        name = archive_entry_pathname_utf8(entry);
    set_name(u, name ? name : "?");
    const char *why = wrong_name(u);
    if (!name || why)
        return bad_entry(u, err, name ? why : "its name is not UTF-8");
    if (str_starts(name, resource_forks))
        return true;
    mode_t type = archive_entry_filetype(entry);
    if (type != AE_IFREG && type != AE_IFDIR)
        return bad_entry(u, err,
                         "a symbolic link, or another thing that is neither file nor folder");
    if (archive_entry_is_encrypted(entry))
        return bad_entry(u, err, "it is encrypted");
    bool is_folder = type == AE_IFDIR;
    return make_folders(u, err) &&
           (is_folder || write_file(u, archive_entry_perm(entry) & 0100, err));
}

static bool take_all(struct unzipping *u, struct err *err)
{
    struct archive_entry *entry;
    for (;;) {
        int result = archive_read_next_header(u->archive, &entry);
        if (result == ARCHIVE_EOF)
            return true;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
            char why[128];
            return err_set(err, ERR_INPUT, "not a zip archive, or one that was cut off: %s",
                           said(u, why));
        }
        if (++u->entries > u->limits->entries)
            return err_set(err, ERR_INPUT, "more than %zu entries", u->limits->entries);
        if (!take_entry(u, entry, err))
            return false;
    }
}

bool unzip(const char *path, int folder, const struct unzip_limits *limits, struct err *err)
{
    assert(path && folder >= 0 && limits && limits->ratio > 0);
    struct stat st;
    SCOPED_FD in = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (in < 0 || fstat(in, &st) != 0)
        return err_sys(err, ERR_INPUT, "cannot open it");
    if (!S_ISREG(st.st_mode))
        return err_set(err, ERR_INPUT, "not a regular file");
    SCOPED(archive_release) struct archive *archive = archive_read_new();
    struct unzipping u = { .archive = archive,
                           .limits = limits,
                           .folder = folder,
                           .archive_bytes = (uint64_t)st.st_size };
    if (!archive || archive_read_support_format_zip_seekable(archive) != ARCHIVE_OK)
        return err_set(err, ERR_FAULT, "cannot start libarchive");
    if (archive_read_open_fd(archive, in, 64 * 1024) != ARCHIVE_OK)
        return err_set(err, ERR_INPUT, "not a zip archive, or one that was cut off");
    return take_all(&u, err);
}
